/** Finds emails that are overdue, and makes sure that they have a job. */
import { findDue, type Database, type DueEmail } from '@sendoff/db';
import type { DeliveryQueue } from '@sendoff/queue';

/** An email that is due for so long should have been taken, unless workers are busy or its job is lost. */
const GRACE_MS = 5000;
const PAGE = 1000;
/** While so many jobs wait, workers have enough to do, and more of the backlog need not be looked at. */
const PLENTY = 10_000;

/**
 * Enqueues overdue emails whose turn has passed, oldest first; for those that have a job of their own this changes nothing.
 *
 * Jobs of one priority are taken in the order in which they were made. So while jobs wait, only what was due before those that
 * are next can have lost its job, and a backlog in good order costs one question each time, however long it is. One page is looked at, and
 * more only while the queue is short, so an emptied queue is filled again as fast as it is worked off. An email
 * that lost its job behind a long backlog is found soon after its turn would have come, in pages.
 *
 * @returns how many emails were enqueued.
 */
export async function enqueueStranded(database: Database, queue: DeliveryQueue, now: Date): Promise<number> {
  const next = await queue.dateNextJob();
  const dueBefore = new Date(Math.min(now.getTime(), next?.getTime() ?? Infinity) - GRACE_MS);
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
