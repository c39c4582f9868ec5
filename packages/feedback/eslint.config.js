import { sendoff } from '@sendoff/config/eslint';

export default sendoff('packages/feedback', import.meta.dirname);
