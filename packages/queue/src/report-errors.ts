/** Logs engine errors without flooding the log during an outage. */
import type { Logger } from '@sendoff/runtime';

/** An unavailable engine fails at every attempt; the same message is logged only this often. */
const REPEAT_AFTER_MS = 30_000;

/** A listener for the `error` events of BullMQ. */
export function reportErrors(engine: string, logger: Logger): (error: Error) => void {
  const lastReported = new Map<string, number>();
  return (error) => {
    const now = Date.now();
    if (now - (lastReported.get(error.message) ?? -Infinity) < REPEAT_AFTER_MS) return;
    // Bounds the memory; an outage has few distinct messages.
    if (lastReported.size > 100) lastReported.clear();
    lastReported.set(error.message, now);
    logger.warn({ err: error, engine }, 'the queue engine reported an error');
  };
}
