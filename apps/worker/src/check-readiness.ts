import { pingDatabase, type Database } from '@sendoff/db';
import type { DeliveryQueue } from '@sendoff/queue';
import type { Readiness } from './health-server.ts';

/** How long each part may take to answer. */
const LIMIT_MS = 2000;

/** Whether the worker can do its work: not at all without the database, and with a delay without the queue. */
export async function checkReadiness(database: Database, queue: DeliveryQueue): Promise<Readiness> {
  const [databaseState, queueState] = await Promise.all([stateOf(pingDatabase(database)), stateOf(queue.ping())]);
  return {
    status: databaseState !== 'ok' ? 'unavailable' : queueState === 'ok' ? 'ready' : 'degraded',
    checks: { database: databaseState, queue: queueState },
  };
}

async function stateOf(check: Promise<void>): Promise<'ok' | 'unreachable'> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<'unreachable'>((resolve) => {
    timer = setTimeout(() => resolve('unreachable'), LIMIT_MS);
  });
  try {
    return await Promise.race([check.then(() => 'ok' as const), timeout]);
  } catch {
    return 'unreachable';
  } finally {
    clearTimeout(timer);
  }
}
