import { sendoff } from '@sendoff/tooling/eslint';

export default sendoff('packages/queue', import.meta.dirname);
