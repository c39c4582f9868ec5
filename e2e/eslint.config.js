import { sendoff } from '@sendoff/tooling/eslint';

export default sendoff('e2e', import.meta.dirname);
