/** Checks whether a process can do its work. */

/** How long each check may take, in milliseconds. */
const LIMIT_MS = 2000;

/** The result of one check. */
export type PartState = 'ok' | 'unreachable';

/** The result of a readiness check. */
export interface Readiness {
  /** `degraded`: the queue is unavailable, and deliveries start seconds late. `unavailable`: the process cannot work. */
  readonly status: 'ready' | 'degraded' | 'unavailable';
  readonly checks: { readonly database: PartState; readonly queue: PartState };
}

/** The checks. Each verifies that a service accepts writes, and rejects if it does not. */
export interface ReadinessChecks {
  readonly database: () => Promise<void>;
  readonly queue: () => Promise<void>;
}

/**
 * Runs the checks concurrently, each for two seconds at most. Without the database nothing works; without the queue everything
 * works later.
 */
export async function checkReadiness({ database, queue }: ReadinessChecks): Promise<Readiness> {
  const [databaseState, queueState] = await Promise.all([stateOf(database()), stateOf(queue())]);
  return {
    status: databaseState !== 'ok' ? 'unavailable' : queueState === 'ok' ? 'ready' : 'degraded',
    checks: { database: databaseState, queue: queueState },
  };
}

async function stateOf(check: Promise<void>): Promise<PartState> {
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
