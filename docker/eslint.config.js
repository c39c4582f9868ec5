import { sendoff } from '@sendoff/tooling/eslint';

export default sendoff('docker', import.meta.dirname);
