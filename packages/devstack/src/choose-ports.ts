/** Chooses the ports of everything that `start` and `dev` run. */
import type { LocalEnvironment } from '@sendoff/config';
import type { Plan } from './plan-parts.ts';
import { PortTaken } from './port-taken.ts';
import { findFreePort, isPortFree } from './ports.ts';

/** Free ports, by the variable that sets them. */
export type Ports = Readonly<Record<PortVariable, number>>;

/** The variables that set a port. */
export type PortVariable =
  'PORT' | 'WORKER_PORT' | 'SUBMISSION_PORT' | 'SUBMISSIONS_PORT' | 'SMTP_HEALTH_PORT' | 'INBOX_PORT' | 'INBOX_SMTP_PORT';

/**
 * Returns the configured ports, with a free port in place of 0.
 *
 * @param command the command that the user typed, for the advice in the error.
 * @throws {PortTaken} for the first port that is in use.
 */
export async function choosePorts({ local, missing }: Plan, command: string): Promise<Ports> {
  const choose = async (variable: PortVariable & keyof LocalEnvironment, host: string, needed = true): Promise<number> => {
    const port = local[variable];
    if (port === 0) return findFreePort();
    if (needed && !(await isPortFree(port, host))) throw new PortTaken(variable, port, command);
    return port;
  };
  return {
    PORT: await choose('PORT', local.HOST),
    WORKER_PORT: await choose('WORKER_PORT', local.HOST),
    SUBMISSION_PORT: await choose('SUBMISSION_PORT', local.HOST),
    SUBMISSIONS_PORT: await choose('SUBMISSIONS_PORT', local.HOST),
    SMTP_HEALTH_PORT: await choose('SMTP_HEALTH_PORT', local.HOST),
    INBOX_PORT: await choose('INBOX_PORT', '127.0.0.1', missing.inbox),
    INBOX_SMTP_PORT: await choose('INBOX_SMTP_PORT', '127.0.0.1', missing.inbox),
  };
}
