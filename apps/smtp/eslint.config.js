import { sendoff } from '@sendoff/config/eslint';

export default sendoff('apps/smtp', import.meta.dirname);
