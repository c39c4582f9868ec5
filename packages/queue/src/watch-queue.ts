/** Monitors whether the queue is available. */
import type { Logger } from '@sendoff/runtime';
import type { JobQueue } from './open-job-queue.ts';

/** The monitored state of a queue. */
export interface QueueWatch {
  /** False from the first failed write until writes have succeeded for some seconds, so that a flapping queue is not used. */
  isUsable(): boolean;
  stop(): void;
}

/** Time between two probing writes. */
const INTERVAL_MS = 2000;
/** The same while the queue is unavailable. */
const INTERVAL_AWAY_MS = 1000;
/** How long after the last failure the queue counts as unavailable. */
const PROBATION_MS = 5000;

/** Starts probing the queue with writes. Logs when it becomes unavailable, and when it recovers. */
export function watchQueue({
  queue,
  logger,
  now = () => performance.now(),
}: {
  readonly queue: Pick<JobQueue<unknown>, 'ping' | 'engine'>;
  readonly logger: Logger;
  /** A clock in milliseconds. */
  readonly now?: () => number;
}): QueueWatch {
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  let lastFailure = -Infinity;
  let isAway = false;
  const isUsable = (): boolean => now() - lastFailure > PROBATION_MS;

  const look = async (): Promise<number> => {
    try {
      await queue.ping();
    } catch (err) {
      lastFailure = now();
      if (!isAway && !isStopped)
        logger.warn({ err, engine: queue.engine }, 'queue unavailable; workers take emails from the table');
      isAway = true;
      return INTERVAL_AWAY_MS;
    }
    if (isAway && isUsable()) {
      isAway = false;
      logger.info({ engine: queue.engine }, 'queue available again');
    }
    return isAway ? INTERVAL_AWAY_MS : INTERVAL_MS;
  };
  const goOn = async (): Promise<void> => {
    const pauseMs = await look();
    if (isStopped) return;
    timer = setTimeout(() => void goOn(), pauseMs);
    timer.unref();
  };
  void goOn();

  return {
    isUsable,
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
