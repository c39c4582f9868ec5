import { sendoff } from '@sendoff/tooling/eslint';

export default [
  ...sendoff('chaos', import.meta.dirname),
  {
    // Reads the environment variables to pass to the programs it starts.
    files: ['src/stack/inherited-environment.ts'],
    rules: { 'no-restricted-properties': 'off' },
  },
];
