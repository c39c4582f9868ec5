/** The entry of the worker: `node apps/worker/dist/main.js`. */
import { createLogger, exitOnSignal, exitWith, listenProblem, loadOrExit, loadWorkerEnvironment } from '@sendoff/config';
import { findDatabaseProblem } from '@sendoff/db';
import { relayUrlsProblem } from '@sendoff/mail';
import { startWorker } from './start-worker.ts';

const environment = loadOrExit(() => loadWorkerEnvironment(undefined, { MAIL_URL: relayUrlsProblem }));
const logger = createLogger({ name: 'worker', level: environment.LOG_LEVEL, format: environment.LOG_FORMAT });

const problem = await findDatabaseProblem(environment.DATABASE_URL);
if (problem !== null) exitWith(problem);

try {
  const starting = startWorker(environment, logger);
  exitOnSignal(starting, environment.SHUTDOWN_TIMEOUT, logger);
  await starting;
} catch (error) {
  exitWith(listenProblem(error, 'WORKER_PORT') ?? `The worker could not start: ${String(error)}`);
}
