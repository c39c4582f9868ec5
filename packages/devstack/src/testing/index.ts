/** What the tests of devstack need themselves. Other tests import it from `@sendoff/testkit`, which devstack may not import. */
export { poll } from './poll.ts';
export { temporaryCertificate } from './temporary-certificate.ts';
export { temporaryDirectory } from './temporary-directory.ts';
