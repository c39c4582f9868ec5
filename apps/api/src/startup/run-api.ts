/** The API as a process: from its environment to its end. */
import { createLogger, exitOnSignal, exitWith, listenProblem, loadOrExit } from '@sendoff/config';
import { findDatabaseProblem } from '@sendoff/db';
import { findQueueProblem } from '@sendoff/queue';
import { loadServerEnvironment } from './load-server-environment.ts';
import { startApi } from './start-api.ts';

/** Resolves when it has started; ends the process when it cannot. */
export async function runApi(): Promise<void> {
  const environment = loadOrExit(loadServerEnvironment);
  const logger = createLogger({ name: 'api', level: environment.LOG_LEVEL, format: environment.LOG_FORMAT });

  const { DATABASE_URL: databaseUrl, REDIS_URL: redisUrl } = environment;
  const problem = (await findDatabaseProblem(databaseUrl)) ?? (await findQueueProblem({ databaseUrl, redisUrl }));
  if (problem !== null) exitWith(problem);

  try {
    const starting = startApi(environment, logger);
    exitOnSignal(starting, environment.SHUTDOWN_TIMEOUT, logger);
    await starting;
  } catch (error) {
    exitWith(listenProblem(error, 'PORT') ?? `The API could not start: ${String(error)}`);
  }
}
