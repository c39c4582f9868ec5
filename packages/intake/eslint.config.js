import { sendoff } from '@sendoff/tooling/eslint';

export default sendoff('packages/intake', import.meta.dirname);
