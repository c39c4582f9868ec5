/** Runs SMTP as a process, from reading its environment to its exit. */
import { loadOrExit } from '@sendoff/config';
import { createLogger, exitOnSignal, exitWith, listenProblem } from '@sendoff/runtime';
import { findDatabaseProblem } from '@sendoff/db';
import { findQueueProblem, queueConnection } from '@sendoff/queue';
import { loadServerEnvironment } from './startup/load-server-environment.ts';
import { startSmtp } from './start-smtp.ts';

/** Resolves when SMTP has started; exits the process when it cannot start. */
export async function runSmtp(): Promise<void> {
  const environment = loadOrExit(loadServerEnvironment);
  const logger = createLogger({ name: 'smtp', level: environment.LOG_LEVEL, format: environment.LOG_FORMAT });

  const problem = (await findDatabaseProblem(environment.DATABASE_URL)) ?? (await findQueueProblem(queueConnection(environment)));
  if (problem !== null) exitWith(problem);

  try {
    const starting = startSmtp(environment, logger);
    exitOnSignal(starting, environment.SHUTDOWN_TIMEOUT, logger);
    await starting;
  } catch (error) {
    const { port } = error as { readonly port?: unknown };
    const variable = (['SUBMISSION_PORT', 'SUBMISSIONS_PORT', 'FEEDBACK_PORT'] as const).find(
      (name) => environment[name] === port,
    );
    exitWith(listenProblem(error, variable ?? 'SMTP_HEALTH_PORT') ?? `SMTP could not start: ${String(error)}`);
  }
}
