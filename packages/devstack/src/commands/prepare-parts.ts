/** What `start` and `dev` do before they run programs. */
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

/** The embedded parts, running, and what the programs need to use them. */
export interface PreparedParts {
  readonly plan: Plan;
  readonly ports: Ports;
  readonly parts: Parts;
  readonly environment: ChildEnvironment;
}

/**
 * Chooses ports and starts the parts that are not configured.
 *
 * @param command what the person has typed.
 * @param releases gets what stops them again.
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
