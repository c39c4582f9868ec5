import { sendoff } from '@sendoff/config/eslint';

export default sendoff('packages/fetch', import.meta.dirname);
