/** Gives scheduled and deferred emails their job when their time is near. */
import { findDue, type Database, type DueEmail } from '@sendoff/db';
import { ENQUEUE_HORIZON_MS, type DeliveryQueue } from '@sendoff/queue';

const PAGE = 1000;

/**
 * Enqueues, each with its delay, the emails that fall due after `from` and before the horizon.
 *
 * @returns the horizon: where the next call is to begin, so that each email is looked at once.
 */
export async function enqueueUpcoming(database: Database, queue: DeliveryQueue, now: Date, from: Date): Promise<Date> {
  const horizon = new Date(now.getTime() + ENQUEUE_HORIZON_MS);
  let last: DueEmail | undefined = { id: 'ffffffff-ffff-ffff-ffff-ffffffffffff', generation: 0, nextAttemptAt: from };
  while (last !== undefined) {
    const page: DueEmail[] = await findDue(database, { dueBefore: horizon, after: last, limit: PAGE });
    await queue.enqueue(
      page.map(({ id, generation, nextAttemptAt }) => ({
        emailId: id,
        generation,
        delayMs: nextAttemptAt.getTime() - now.getTime(),
      })),
    );
    last = page.length === PAGE ? page.at(-1) : undefined;
  }
  return horizon;
}
