/** The entry of the API: `node apps/api/dist/server.js`. */
import { createLogger, exitOnSignal, exitWith, listenProblem, loadOrExit } from '@sendoff/config';
import { findDatabaseProblem } from '@sendoff/db';
import { loadServerEnvironment } from './startup/load-server-environment.ts';
import { startApi } from './startup/start-api.ts';

const environment = loadOrExit(loadServerEnvironment);
const logger = createLogger({ name: 'api', level: environment.LOG_LEVEL, format: environment.LOG_FORMAT });

const problem = await findDatabaseProblem(environment.DATABASE_URL);
if (problem !== null) exitWith(problem);

try {
  const starting = startApi(environment, logger);
  exitOnSignal(starting, environment.SHUTDOWN_TIMEOUT, logger);
  await starting;
} catch (error) {
  exitWith(listenProblem(error, 'PORT') ?? `The API could not start: ${String(error)}`);
}
