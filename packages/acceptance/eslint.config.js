import { sendoff } from '@sendoff/tooling/eslint';

export default sendoff('packages/acceptance', import.meta.dirname);
