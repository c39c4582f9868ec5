import { sendoff } from '@sendoff/tooling/eslint';

export default [
  ...sendoff('packages/config', import.meta.dirname),
  { files: ['src/environment/app-environments.ts', 'src/command-line.ts'], rules: { 'no-restricted-properties': 'off' } },
];
