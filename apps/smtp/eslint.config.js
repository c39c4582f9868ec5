import { sendoff } from '@sendoff/tooling/eslint';

export default sendoff('apps/smtp', import.meta.dirname);
