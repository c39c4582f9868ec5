/** Local parts for commands and tests; no app's production entry imports this. */
export { startInbox, type Inbox, type InboxOptions } from './inbox/start-inbox.ts';
export { findFreePort, isPortFree } from './ports.ts';
export { ReleaseStack } from './release-stack.ts';
export { repositoryRoot } from './repository-root.ts';
export { startThrowAwayPostgres, type ThrowAwayPostgres } from './testing/throw-away-postgres.ts';
