import { sendoff } from '@sendoff/config/eslint';

export default sendoff('packages/embedded', import.meta.dirname);
