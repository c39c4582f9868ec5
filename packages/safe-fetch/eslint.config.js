import { sendoff } from '@sendoff/tooling/eslint';

export default sendoff('packages/safe-fetch', import.meta.dirname);
