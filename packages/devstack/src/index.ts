/** Local services for commands and tests; no production code of an app imports this. */
export { PROGRAMS } from './commands/programs.ts';
export { listenForStop, type StopRequest } from './commands/stop-request.ts';
export { isAlive } from './home/is-alive.ts';
export { startInbox, type Inbox, type InboxOptions } from './inbox/start-inbox.ts';
export { findFreePort, isPortFree } from './ports.ts';
export { ReleaseStack } from './release-stack.ts';
export { repositoryRoot } from './repository-root.ts';
export { runOnce } from './supervisor/run-once.ts';
export { signalProgram, spawnSupervised, type Command, type RunningProgram } from './supervisor/spawn-supervised.ts';
