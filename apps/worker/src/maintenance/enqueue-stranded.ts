/** Finds emails that are overdue, and makes sure that they have a job. */
import { findDue, type Database, type DueEmail } from '@sendoff/db';
import type { DeliveryQueue } from '@sendoff/queue';

/** An email that is due for so long should have been taken, unless workers are busy or its job is lost. */
const GRACE_MS = 5000;
const PAGE = 1000;
/** While so many jobs wait, workers have enough to do, and more of the backlog need not be looked at. */
const PLENTY = 10_000;

/**
 * Enqueues overdue emails, oldest first; for those that have a job this changes nothing.
 *
 * One page is looked at each time, and more only while the queue is short. So with a healthy queue a
 * sweep costs one page at most, however long the backlog, and an emptied queue is filled again as
 * fast as it is worked off. An email that lost its job behind a long backlog is found when it is
 * among the oldest: no later than its turn would have come.
 *
 * @returns how many emails were enqueued.
 */
export async function enqueueStranded(database: Database, queue: DeliveryQueue, now: Date): Promise<number> {
  const dueBefore = new Date(now.getTime() - GRACE_MS);
  let enqueued = 0;
  let last: DueEmail | undefined;
  do {
    const page = await findDue(database, { dueBefore, after: last, limit: PAGE });
    await queue.enqueue(page.map(({ id, generation }) => ({ emailId: id, generation })));
    enqueued += page.length;
    last = page.length === PAGE ? page.at(-1) : undefined;
  } while (last !== undefined && (await queue.countWaiting()) < PLENTY);
  return enqueued;
}
