/** Retries a write that must not be lost when the database is briefly unavailable. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '@sendoff/runtime';

const FIRST_DELAY_MS = 100;
const MAX_DELAY_MS = 2000;

/**
 * Calls `write` until it succeeds, for at most `limitMs` milliseconds, with exponential backoff.
 *
 * @throws the last error of `write`, once the limit has passed.
 */
export async function retryUntilDeadline<Value>(write: () => Promise<Value>, limitMs: number, logger: Logger): Promise<Value> {
  const deadline = Date.now() + limitMs;
  for (let delay = FIRST_DELAY_MS; ; delay = Math.min(delay * 2, MAX_DELAY_MS)) {
    try {
      return await write();
    } catch (error) {
      if (Date.now() + delay > deadline) throw error;
      logger.warn({ err: error }, 'database write failed, retrying');
      await sleep(delay);
    }
  }
}
