import { sendoff } from '@sendoff/tooling/eslint';

export default [
  ...sendoff('chaos', import.meta.dirname),
  {
    // Hands on to the programs it starts what every program needs from the system.
    files: ['src/stack/inherited-environment.ts'],
    rules: { 'no-restricted-properties': 'off' },
  },
];
