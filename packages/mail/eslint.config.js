import { sendoff } from '@sendoff/tooling/eslint';

export default sendoff('packages/mail', import.meta.dirname);
