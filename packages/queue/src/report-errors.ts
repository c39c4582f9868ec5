/** Reports what the engine complains of, without filling the log while it is away. */
import type { Logger } from '@sendoff/runtime';

/** An engine that is away says so at every attempt to reach it; the log hears the same thing only this often. */
const REPEAT_AFTER_MS = 30_000;

/** A listener for the `error` events of BullMQ. */
export function reportErrors(engine: string, logger: Logger): (error: Error) => void {
  const lastReported = new Map<string, number>();
  return (error) => {
    const now = Date.now();
    if (now - (lastReported.get(error.message) ?? -Infinity) < REPEAT_AFTER_MS) return;
    // Few messages at any time: those of one trouble.
    if (lastReported.size > 100) lastReported.clear();
    lastReported.set(error.message, now);
    logger.warn({ err: error, engine }, 'the queue engine reported an error');
  };
}
