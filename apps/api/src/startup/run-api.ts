/** Runs the API as a process. */
import { loadOrExit } from '@sendoff/config';
import { createLogger, exitOnSignal, exitWith, listenProblem } from '@sendoff/runtime';
import { findDatabaseProblem } from '@sendoff/db';
import { findQueueProblem, queueConnection } from '@sendoff/queue';
import { loadServerEnvironment } from './load-server-environment.ts';
import { startApi } from './start-api.ts';

/** Resolves when it has started; ends the process when it cannot. */
export async function runApi(): Promise<void> {
  const environment = loadOrExit(loadServerEnvironment);
  const logger = createLogger({ name: 'api', level: environment.LOG_LEVEL, format: environment.LOG_FORMAT });

  const problem = (await findDatabaseProblem(environment.DATABASE_URL)) ?? (await findQueueProblem(queueConnection(environment)));
  if (problem !== null) exitWith(problem);

  try {
    const starting = startApi(environment, logger);
    exitOnSignal(starting, environment.SHUTDOWN_TIMEOUT, logger);
    await starting;
  } catch (error) {
    exitWith(listenProblem(error, 'PORT') ?? `The API could not start: ${String(error)}`);
  }
}
