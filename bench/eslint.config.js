import { sendoff } from '@sendoff/config/eslint';

export default sendoff('bench', import.meta.dirname);
