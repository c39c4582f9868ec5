import { sendoff } from '@sendoff/tooling/eslint';

export default [
  ...sendoff('packages/devstack', import.meta.dirname),
  {
    // The commands hand their whole environment down to the programs they start.
    files: ['src/environment/read-process-environment.ts'],
    rules: { 'no-restricted-properties': 'off' },
  },
];
