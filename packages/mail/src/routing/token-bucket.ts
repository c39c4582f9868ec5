import type { Rate } from '@sendoff/config';

/** A rate limit for messages. */
export interface TokenBucket {
  /** Milliseconds until the `nth` message from now may be sent; 0 when at once. */
  readonly msUntil: (nth?: number) => number;
  /** Counts one message. */
  readonly take: () => void;
  /** Interval between messages in milliseconds. */
  readonly intervalMs: number;
}

/** Size of the burst after a pause, as a duration of the rate; makes up for the granularity of timers. */
const BURST_MS = 100;

/**
 * Spreads `count` messages evenly over each period, so that a provider never sees many more in a window of that length, wherever
 * its windows begin.
 *
 * @param now a clock in milliseconds.
 */
export function openTokenBucket({ count, periodMs }: Rate, now: () => number): TokenBucket {
  const intervalMs = periodMs / count;
  const capacity = Math.max(1, Math.floor(BURST_MS / intervalMs));
  let tokens = capacity;
  let asOf = now();
  const refill = (): void => {
    const time = now();
    tokens = Math.min(capacity, tokens + Math.max(0, time - asOf) / intervalMs);
    asOf = time;
  };
  return {
    intervalMs,
    msUntil: (nth = 1) => {
      refill();
      return Math.max(0, Math.ceil((nth - tokens) * intervalMs));
    },
    take: () => {
      refill();
      tokens -= 1;
    },
  };
}
