/** The regular look at the table, which finds what the queue does not know. */
import { enqueueStranded } from './enqueue-stranded.ts';
import { repeat, type Repetition } from './repeat.ts';
import { takeOverExpired, type SweepParts } from './take-over-expired.ts';

/** After a sweep that failed: what has gathered while the queue or the database was away is to leave soon after its return. */
const RETRY_MS = 1000;

/**
 * Sweeps now and then every `intervalMs`. Each worker does; what two of them find at once is enqueued once. While the queue
 * cannot be used nothing is enqueued: workers take overdue emails from the table themselves.
 */
export function startSweep(parts: SweepParts, intervalMs: number, isQueueUsable: () => boolean): Repetition {
  const { database, queue, policy, logger } = parts;

  const sweep = async (): Promise<void> => {
    const takenOver = await takeOverExpired(parts);
    if (takenOver > 0) logger.warn({ takenOver }, 'attempts that nobody had under way were closed');
    if (!isQueueUsable()) return;
    const stranded = await enqueueStranded(database, queue, policy.now());
    if (stranded > 0) logger.info({ stranded }, 'overdue emails were enqueued again');
  };
  return repeat(sweep, { intervalMs, retryMs: Math.min(intervalMs, RETRY_MS), failure: 'sweep could not be finished', logger });
}
