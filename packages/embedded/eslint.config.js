import { sendoff } from '@sendoff/tooling/eslint';

export default [
  ...sendoff('packages/embedded', import.meta.dirname),
  {
    // The commands hand their whole environment down to the programs they start, and Jest's global
    // setup has no other way to tell the tests where the servers are.
    files: ['src/environment/read-process-environment.ts', 'src/testing/jest-global-setup.ts', 'src/testing/test-servers.ts'],
    rules: { 'no-restricted-properties': 'off' },
  },
];
