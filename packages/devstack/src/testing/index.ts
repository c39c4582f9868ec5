/** Test tools of devstack. Other tests import them from `@sendoff/testkit`, which devstack may not import. */
export { poll } from './poll.ts';
export { temporaryCertificate } from './temporary-certificate.ts';
export { temporaryDirectory } from './temporary-directory.ts';
