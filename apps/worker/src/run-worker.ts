/** Runs the worker as a process: reads its environment, starts it and stops it on a signal. */
import { loadOrExit, loadWorkerEnvironment } from '@sendoff/config';
import { createLogger, exitOnSignal, exitWith, listenProblem } from '@sendoff/runtime';
import { findDatabaseProblem } from '@sendoff/db';
import { relayUrlsProblem } from '@sendoff/mail';
import { findQueueProblem, queueConnection } from '@sendoff/queue';
import { startWorker } from './start-worker.ts';

/** Resolves when the worker has started; exits the process when it cannot start. */
export async function runWorker(): Promise<void> {
  const environment = loadOrExit(() =>
    loadWorkerEnvironment(undefined, {
      MAIL_URL: (urls, { MAIL_USERNAME: username, MAIL_PASSWORD: password }) => relayUrlsProblem(urls, { username, password }),
    }),
  );
  const logger = createLogger({ name: 'worker', level: environment.LOG_LEVEL, format: environment.LOG_FORMAT });

  const problem = (await findDatabaseProblem(environment.DATABASE_URL)) ?? (await findQueueProblem(queueConnection(environment)));
  if (problem !== null) exitWith(problem);

  try {
    const starting = startWorker(environment, logger);
    exitOnSignal(starting, environment.SHUTDOWN_TIMEOUT, logger);
    await starting;
  } catch (error) {
    exitWith(listenProblem(error, 'WORKER_PORT') ?? `The worker could not start: ${String(error)}`);
  }
}
