import { sendoff } from '@sendoff/config/eslint';

export default sendoff('packages/db', import.meta.dirname);
