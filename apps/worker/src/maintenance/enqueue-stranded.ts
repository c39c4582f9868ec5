/** Finds overdue emails and enqueues them. */
import { findDue, type Database, type DueEmail } from '@sendoff/db';
import type { DeliveryQueue } from '@sendoff/queue';

/** An email overdue by more than this has lost its job, unless workers are busy. */
const GRACE_MS = 5000;
const PAGE = 1000;
/** With this many waiting jobs, workers are busy and the rest of the backlog can wait for the next sweep. */
const PLENTY = 10_000;

/**
 * Enqueues overdue emails whose turn has passed, oldest first. Emails that still have a job are not affected.
 *
 * Jobs of one priority are processed in order of creation. While jobs wait, only emails due before the next job can have lost
 * theirs, so an intact backlog costs one query per sweep, however long it is. Further pages are read only while the queue is
 * short, so an emptied queue is refilled as fast as workers drain it.
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
