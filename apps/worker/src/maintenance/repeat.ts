/** Work that is done again and again, never twice at once. */
import type { Logger } from '@sendoff/runtime';

/** Repeated work that can be stopped. */
export interface Repetition {
  /** Resolves when the run that is under way, if any, has ended. */
  stop(): Promise<void>;
}

/**
 * Runs `work` now, and again `intervalMs` after each end of it, or as many milliseconds as it says, or `retryMs` after it
 * has failed. What it throws is logged as `failure`.
 */
export function repeat(
  work: () => Promise<void> | Promise<number>,
  options: { intervalMs: number; retryMs?: number; failure: string; logger: Logger },
): Repetition {
  const { intervalMs, retryMs = intervalMs, failure, logger } = options;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let current = Promise.resolve();

  const run = (): void => {
    current = Promise.resolve(work())
      .then((pauseMs) => pauseMs ?? intervalMs)
      .catch((error: unknown) => {
        logger.warn({ err: error }, failure);
        return retryMs;
      })
      .then((pauseMs) => {
        if (!stopped) timer = setTimeout(run, pauseMs);
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
