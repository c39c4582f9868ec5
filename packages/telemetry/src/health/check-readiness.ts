/** Whether a program can do its work. */

/** How long each part may take to answer. */
const LIMIT_MS = 2000;

/** What was heard of a part. */
export type PartState = 'ok' | 'unreachable';

/** What a readiness check found. */
export interface Readiness {
  /** `degraded`: the queue cannot be used, and work is some seconds late. `unavailable`: nothing can be done. */
  readonly status: 'ready' | 'degraded' | 'unavailable';
  readonly checks: { readonly database: PartState; readonly queue: PartState };
}

/** Asks each part whether it can be written to; rejects when it cannot. */
export interface ReadinessChecks {
  readonly database: () => Promise<void>;
  readonly queue: () => Promise<void>;
}

/** Asks the parts, all at once and each for two seconds at most: nothing works without the database, and all of it later without the queue. */
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
