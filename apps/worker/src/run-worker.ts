/** Runs the worker as a process. */
import { loadWorkerEnvironment } from '@sendoff/config';
import { findDatabaseProblem } from '@sendoff/db';
import { relayUrlsProblem } from '@sendoff/mail';
import { findQueueProblem, queueConnection } from '@sendoff/queue';
import { runProgram } from '@sendoff/runtime';
import { startWorker } from './start-worker.ts';

/** Resolves when it has started; ends the process when it cannot. */
export const runWorker = (): Promise<void> =>
  runProgram({
    name: 'worker',
    title: 'The worker',
    loadEnvironment: () =>
      loadWorkerEnvironment(undefined, {
        MAIL_URL: (urls, { MAIL_USERNAME: username, MAIL_PASSWORD: password }) => relayUrlsProblem(urls, { username, password }),
      }),
    findProblem: async (environment) =>
      (await findDatabaseProblem(environment.DATABASE_URL)) ?? findQueueProblem(queueConnection(environment)),
    start: startWorker,
    variableOfPort: () => 'WORKER_PORT',
  });
