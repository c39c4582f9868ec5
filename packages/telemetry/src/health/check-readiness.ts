/** Whether a program can do its work. */

/** How long each part may take to answer. */
const LIMIT_MS = 2000;

/** What was heard of a part. */
export type PartState = 'ok' | 'unreachable';

/** What a readiness check found. */
export interface Readiness {
  /** `degraded`: what needs the queue waits, and goes on once it is back. `unavailable`: nothing can be done. */
  readonly status: 'ready' | 'degraded' | 'unavailable';
  readonly checks: { readonly database: PartState; readonly queue: PartState };
}

/** Asks each part whether it is there; rejects when it is not. */
export interface ReadinessChecks {
  readonly database: () => Promise<void>;
  readonly queue: () => Promise<void>;
}

/** Asks the parts, all at once and each for two seconds at most: nothing works without the database, and all but later without the queue. */
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
