import { sendoff } from './eslint/index.js';

export default sendoff('packages/tooling', import.meta.dirname);
