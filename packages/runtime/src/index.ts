export { createLogger, type Logger } from './logger.ts';
export { createReleasers, exitOnSignal, exitWith, listenProblem, type Releasers } from './lifecycle.ts';
