/** Runs the API as a process. */
import { findDatabaseProblem } from '@sendoff/db';
import { findQueueProblem, queueConnection } from '@sendoff/queue';
import { runProgram } from '@sendoff/runtime';
import { loadServerEnvironment } from './load-server-environment.ts';
import { startApi } from './start-api.ts';

/** Resolves when it has started; ends the process when it cannot. */
export const runApi = (): Promise<void> =>
  runProgram({
    name: 'api',
    title: 'The API',
    loadEnvironment: () => loadServerEnvironment(),
    findProblem: async (environment) =>
      (await findDatabaseProblem(environment.DATABASE_URL)) ?? findQueueProblem(queueConnection(environment)),
    start: startApi,
    variableOfPort: () => 'PORT',
  });
