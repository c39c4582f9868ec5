import { sendoff } from '@sendoff/tooling/eslint';

export default sendoff('packages/runtime', import.meta.dirname);
