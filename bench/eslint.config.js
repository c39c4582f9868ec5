import { sendoff } from '@sendoff/tooling/eslint';

export default sendoff('bench', import.meta.dirname);
