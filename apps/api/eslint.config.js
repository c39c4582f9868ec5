import { sendoff } from '@sendoff/tooling/eslint';

export default sendoff('apps/api', import.meta.dirname);
