import { sendoff } from '@sendoff/config/eslint';

export default sendoff('packages/queue', import.meta.dirname);
