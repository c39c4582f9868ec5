/** Finds out all the time whether the queue can be used. */
import type { Logger } from '@sendoff/runtime';
import type { JobQueue } from './open-job-queue.ts';

/** What is known of a queue. */
export interface QueueWatch {
  /** False from the first write that failed until writes have succeeded for some seconds: a queue that comes and goes is none. */
  isUsable(): boolean;
  stop(): void;
}

/** Time between two writes, in milliseconds. */
const INTERVAL_MS = 2000;
/** And while the queue is away. */
const INTERVAL_AWAY_MS = 1000;
/** For so long after the last failure the queue is not relied on. */
const PROBATION_MS = 5000;

/** Begins to write to the queue now and then. Says in the log when it is away, and when it is back. */
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
        logger.warn({ err, engine: queue.engine }, 'the queue cannot be used; workers take emails from the table');
      isAway = true;
      return INTERVAL_AWAY_MS;
    }
    if (isAway && isUsable()) {
      isAway = false;
      logger.info({ engine: queue.engine }, 'the queue can be used again');
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
