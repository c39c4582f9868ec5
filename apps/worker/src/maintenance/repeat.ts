/** Periodic work whose runs never overlap. */
import type { Logger } from '@sendoff/runtime';

/** Periodic work that can be stopped. */
export interface Repetition {
  /** Resolves when the current run, if any, has ended. */
  stop(): Promise<void>;
}

/**
 * Runs `work` now, and again after each run: after the milliseconds that it returns, else after `intervalMs`; after `retryMs`
 * when it failed. Errors are logged with the message `failure`.
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
