import { sendoff } from '@sendoff/tooling/eslint';

export default sendoff('packages/telemetry', import.meta.dirname);
