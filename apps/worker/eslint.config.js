import { sendoff } from '@sendoff/config/eslint';

export default sendoff('apps/worker', import.meta.dirname);
