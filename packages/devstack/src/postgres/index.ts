/** The steps that start and stop an embedded PostgreSQL, for callers with their own settings. */
export { chooseAccount, type Account } from './choose-account.ts';
export { initialiseCluster, SUPERUSER } from './initialise-cluster.ts';
export { killPostgres } from './kill-postgres.ts';
export { launchPostmaster } from './launch-postmaster.ts';
export { locateBinaries, type Binaries } from './locate-binaries.ts';
export { placeBinaries, placeTemporaryData } from './place-files.ts';
export { stopPostmaster } from './stop-postmaster.ts';
export { embeddedUrl, tryToConnect } from './try-to-connect.ts';
