import { sendoff } from '@sendoff/config/eslint';

export default sendoff('docker', import.meta.dirname);
