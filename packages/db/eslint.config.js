import { sendoff } from '@sendoff/tooling/eslint';

export default sendoff('packages/db', import.meta.dirname);
