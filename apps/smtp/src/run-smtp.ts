/** Runs SMTP as a process. */
import { findDatabaseProblem } from '@sendoff/db';
import { findQueueProblem, queueConnection } from '@sendoff/queue';
import { runProgram } from '@sendoff/runtime';
import { loadServerEnvironment } from './startup/load-server-environment.ts';
import { startSmtp } from './start-smtp.ts';

const PORTS = ['SUBMISSION_PORT', 'SUBMISSIONS_PORT', 'FEEDBACK_PORT'] as const;

/** Resolves when it has started; ends the process when it cannot. */
export const runSmtp = (): Promise<void> =>
  runProgram({
    name: 'smtp',
    title: 'SMTP',
    loadEnvironment: () => loadServerEnvironment(),
    findProblem: async (environment) =>
      (await findDatabaseProblem(environment.DATABASE_URL)) ?? findQueueProblem(queueConnection(environment)),
    start: startSmtp,
    variableOfPort: (environment, port) => PORTS.find((name) => environment[name] === port) ?? 'SMTP_HEALTH_PORT',
  });
