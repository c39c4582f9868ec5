import { sendoff } from '@sendoff/tooling/eslint';

export default sendoff('packages/feedback', import.meta.dirname);
