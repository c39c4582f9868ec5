import { sendoff } from '@sendoff/tooling/eslint';

export default sendoff('packages/core', import.meta.dirname);
