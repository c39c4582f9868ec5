import { sendoff } from '@sendoff/config/eslint';

export default sendoff('packages/telemetry', import.meta.dirname);
