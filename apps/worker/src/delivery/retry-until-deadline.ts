/** Retries a write that must not be lost because the database is away for a moment. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '@sendoff/runtime';

const FIRST_DELAY_MS = 100;
const MAX_DELAY_MS = 2000;

/**
 * Calls `write` until it succeeds, for at most `limitMs`.
 *
 * @throws what `write` threw last, once the limit has passed.
 */
export async function retryUntilDeadline<Value>(write: () => Promise<Value>, limitMs: number, logger: Logger): Promise<Value> {
  const deadline = Date.now() + limitMs;
  for (let delay = FIRST_DELAY_MS; ; delay = Math.min(delay * 2, MAX_DELAY_MS)) {
    try {
      return await write();
    } catch (error) {
      if (Date.now() + delay > deadline) throw error;
      logger.warn({ err: error }, 'outcome not recorded yet, retrying');
      await sleep(delay);
    }
  }
}
