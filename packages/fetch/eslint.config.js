import { sendoff } from '@sendoff/tooling/eslint';

export default sendoff('packages/fetch', import.meta.dirname);
