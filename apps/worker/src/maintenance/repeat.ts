/** Work that is done again and again, never twice at once. */
import type { Logger } from '@sendoff/config';

/** Repeated work that can be stopped. */
export interface Repetition {
  /** Resolves when the run that is under way, if any, has ended. */
  stop(): Promise<void>;
}

/** Runs `work` now, and again `intervalMs` after each end of it. What it throws is logged as `failure`. */
export function repeat(work: () => Promise<void>, options: { intervalMs: number; failure: string; logger: Logger }): Repetition {
  const { intervalMs, failure, logger } = options;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let current = Promise.resolve();

  const run = (): void => {
    current = work()
      .catch((error: unknown) => logger.warn({ err: error }, failure))
      .then(() => {
        if (!stopped) timer = setTimeout(run, intervalMs);
      });
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
