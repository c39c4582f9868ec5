/** Prepares the local services for `start` and `dev`. */
import { commandLine } from '@sendoff/config';
import { choosePorts, type Ports } from '../choose-ports.ts';
import type { ChildEnvironment } from '../environment/read-process-environment.ts';
import { certificateVariables } from '../home/keep-certificate.ts';
import { planParts, type Plan } from '../plan-parts.ts';
import { provideParts, say, type Parts } from '../provide-parts.ts';
import type { ReleaseStack } from '../release-stack.ts';
import { watchPostgres } from '../supervisor/watch-postgres.ts';
import { appEnvironment, inboxWish } from './describe-system.ts';
import type { StopRequest } from './stop-request.ts';

/** The running services, and what programs need to use them. */
export interface PreparedParts {
  readonly plan: Plan;
  readonly ports: Ports;
  readonly parts: Parts;
  readonly environment: ChildEnvironment;
}

/**
 * Chooses ports and starts the services that are not configured.
 *
 * @param command the command that the user typed.
 * @param releases receives the functions that stop them.
 */
export async function prepareParts(
  command: 'start' | 'dev',
  stop: StopRequest,
  raw: ChildEnvironment,
  root: string,
  releases: ReleaseStack,
): Promise<PreparedParts> {
  const plan = planParts(raw, root);
  const ports = await choosePorts(plan, commandLine(command));
  const parts = await provideParts(raw, plan, inboxWish(ports), releases);
  stop.signal.throwIfAborted();
  if (parts.postgres !== undefined) releases.push(watchPostgres(parts.postgres, say));

  const environment = appEnvironment({ ...parts.environment, ...(await certificateVariables(plan)) }, ports);
  return { plan, ports, parts, environment };
}
