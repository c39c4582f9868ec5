/**
 * The embedded PostgreSQL, to be run with settings of our own.
 *
 * What `@sendoff/embedded` offers by name either gives up durability or belongs to `start`; the bench
 * needs a durable one that nobody will miss, so it takes the parts from which those are made.
 */
/* eslint-disable no-restricted-imports -- see above; built files, as the scripts of the root import them */
export { chooseAccount, type Account } from '../../../packages/embedded/dist/postgres/choose-account.js';
export { initialiseCluster, SUPERUSER } from '../../../packages/embedded/dist/postgres/initialise-cluster.js';
export { locateBinaries, type Binaries } from '../../../packages/embedded/dist/postgres/locate-binaries.js';
export { placeBinaries, placeTemporaryData } from '../../../packages/embedded/dist/postgres/place-files.js';
export { tryToConnect, embeddedUrl } from '../../../packages/embedded/dist/postgres/try-to-connect.js';
