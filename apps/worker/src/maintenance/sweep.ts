/** The regular look at the table, which finds what the queue does not know. */
import type { DeliveryParts } from '../delivery/process-delivery.ts';
import { enqueueStranded } from './enqueue-stranded.ts';
import { enqueueUpcoming } from './enqueue-upcoming.ts';
import { takeOverExpired } from './take-over-expired.ts';

/** A sweep that repeats until it is stopped. */
export interface Sweep {
  /** Resolves when the sweep that is under way, if any, has ended. */
  stop(): Promise<void>;
}

/** Sweeps now and then every `intervalMs`. Each worker does; what two of them find at once is enqueued once. */
export function startSweep(parts: Pick<DeliveryParts, 'database' | 'queue' | 'policy' | 'logger'>, intervalMs: number): Sweep {
  const { database, queue, policy, logger } = parts;
  let horizon = policy.now();
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  const sweep = async (): Promise<void> => {
    try {
      const takenOver = await takeOverExpired(parts);
      if (takenOver > 0) logger.warn({ takenOver }, 'attempts of workers that are gone were closed as in doubt');
      const stranded = await enqueueStranded(database, queue, policy.now());
      if (stranded > 0) logger.info({ stranded }, 'overdue emails were enqueued again');
      horizon = await enqueueUpcoming(database, queue, policy.now(), horizon);
    } catch (error) {
      logger.warn({ err: error }, 'sweep could not be finished');
    }
    if (!stopped) timer = setTimeout(run, intervalMs);
  };
  let current = Promise.resolve();
  const run = (): void => {
    current = sweep();
  };
  run();

  return {
    stop: () => {
      stopped = true;
      clearTimeout(timer);
      return current;
    },
  };
}
