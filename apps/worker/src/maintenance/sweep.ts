/** The periodic scan of the table for emails that the queue has lost. */
import { enqueueStranded } from './enqueue-stranded.ts';
import { repeat, type Repetition } from './repeat.ts';
import { takeOverExpired, type SweepParts } from './take-over-expired.ts';

/** Interval after a failed sweep, so that mail leaves soon after the queue or the database is back. */
const RETRY_MS = 1000;

/**
 * Sweeps at once and then every `intervalMs`. Every worker does; an email that two workers find is enqueued once. While the
 * queue is unavailable nothing is enqueued: workers take overdue emails from the table, see `dispatchOverdue`.
 */
export function startSweep(parts: SweepParts, intervalMs: number, isQueueUsable: () => boolean): Repetition {
  const { database, queue, policy, logger } = parts;

  const sweep = async (): Promise<void> => {
    const takenOver = await takeOverExpired(parts);
    if (takenOver > 0) logger.warn({ takenOver }, 'closed abandoned attempts');
    if (!isQueueUsable()) return;
    const stranded = await enqueueStranded(database, queue, policy.now());
    if (stranded > 0) logger.info({ stranded }, 'overdue emails were enqueued again');
  };
  return repeat(sweep, { intervalMs, retryMs: Math.min(intervalMs, RETRY_MS), failure: 'sweep failed', logger });
}
