import { sendoff } from '@sendoff/config/eslint';

export default sendoff('apps/api', import.meta.dirname);
