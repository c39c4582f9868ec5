import { sendoff } from '@sendoff/tooling/eslint';

export default [
  ...sendoff('packages/testkit', import.meta.dirname),
  {
    // Jest's global setup has no other way to tell the tests where the servers are.
    files: ['src/jest-global-setup.ts', 'src/test-servers.ts'],
    rules: { 'no-restricted-properties': 'off' },
  },
];
