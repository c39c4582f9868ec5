import { sendoff } from '@sendoff/tooling/eslint';
import reactHooks from 'eslint-plugin-react-hooks';

export default [
  ...sendoff('apps/dashboard', import.meta.dirname),
  { ignores: ['src/api/schema.ts'] },
  { files: ['**/*.tsx', '**/use-*.ts'], ...reactHooks.configs.flat.recommended },
];
