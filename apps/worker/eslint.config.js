import { sendoff } from '@sendoff/tooling/eslint';

export default sendoff('apps/worker', import.meta.dirname);
