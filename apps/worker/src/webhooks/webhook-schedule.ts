/** The retry schedule of webhooks. Pure: randomness is an argument. */

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Delays between attempts; the first attempt is immediate. After the last one the webhook fails permanently. */
export const WEBHOOK_DELAYS_MS = [
  5000,
  5 * MINUTE_MS,
  30 * MINUTE_MS,
  2 * HOUR_MS,
  5 * HOUR_MS,
  10 * HOUR_MS,
  10 * HOUR_MS,
] as const;

/** Fraction by which a delay varies, so that webhooks that failed together are not retried together. */
const JITTER = 0.2;

/** Longest `Retry-After` that is honored. */
export const MAX_RETRY_AFTER_MS = 24 * HOUR_MS;

/**
 * When an endpoint is disabled: no attempt has succeeded for `limitMs`. Failures before a gap of `forgottenAfterMs`, which is
 * longer than any delay, are ignored, since nothing is known about the time in between.
 */
export const FAILING = { limitMs: 5 * 24 * HOUR_MS, forgottenAfterMs: 2 * 24 * HOUR_MS } as const;

/**
 * The delay before the next attempt.
 *
 * @param used steps of the schedule already used.
 * @param retryAfterMs the endpoint's `Retry-After`, honored up to a day; never shortens the scheduled delay. Null when there
 *   is none.
 * @param random a number in [0, 1).
 * @returns milliseconds, or null when the schedule is exhausted.
 */
export function webhookRetryDelay(used: number, retryAfterMs: number | null, random: () => number): number | null {
  const delay = WEBHOOK_DELAYS_MS[used];
  if (delay === undefined) return null;
  const varied = Math.round(delay * (1 - JITTER + 2 * JITTER * random()));
  return Math.max(varied, Math.min(retryAfterMs ?? 0, MAX_RETRY_AFTER_MS));
}
