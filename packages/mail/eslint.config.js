import { sendoff } from '@sendoff/config/eslint';

export default sendoff('packages/mail', import.meta.dirname);
