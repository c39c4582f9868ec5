import { sendoff } from '@sendoff/config/eslint';

export default sendoff('packages/acceptance', import.meta.dirname);
