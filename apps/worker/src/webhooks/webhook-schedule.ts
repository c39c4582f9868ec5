/** When an event is sent again. Pure: the randomness comes in as an argument. */

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Delays between the attempts of an event, the first of which is made at once. After the last one it is given up. */
export const WEBHOOK_DELAYS_MS = [
  5000,
  5 * MINUTE_MS,
  30 * MINUTE_MS,
  2 * HOUR_MS,
  5 * HOUR_MS,
  10 * HOUR_MS,
  10 * HOUR_MS,
] as const;

/** How much a delay may differ, so that events that failed together do not return together. */
const JITTER = 0.2;

/** A receiver that asks for more patience than this is asked sooner. */
export const MAX_RETRY_AFTER_MS = 24 * HOUR_MS;

/**
 * When an endpoint is given up: no attempt has succeeded for so long. What failed before a pause longer than any
 * delay above says nothing about the time in between, and counts no more.
 */
export const FAILING = { limitMs: 5 * 24 * HOUR_MS, forgottenAfterMs: 2 * 24 * HOUR_MS } as const;

/**
 * The delay before the next attempt.
 *
 * @param used steps of the schedule used up before.
 * @param retryAfterMs how long the receiver asks to be left alone: it is, up to a day, but the event comes no sooner
 *   than by the schedule. Null when it has not asked.
 * @param random a number in [0, 1).
 * @returns milliseconds, or null when the schedule is exhausted.
 */
export function webhookRetryDelay(used: number, retryAfterMs: number | null, random: () => number): number | null {
  const delay = WEBHOOK_DELAYS_MS[used];
  if (delay === undefined) return null;
  const varied = Math.round(delay * (1 - JITTER + 2 * JITTER * random()));
  return Math.max(varied, Math.min(retryAfterMs ?? 0, MAX_RETRY_AFTER_MS));
}
