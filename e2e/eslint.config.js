import { sendoff } from '@sendoff/config/eslint';

export default sendoff('e2e', import.meta.dirname);
