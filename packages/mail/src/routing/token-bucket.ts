import type { Rate } from '@sendoff/config';

/** How many messages a relay may be handed, over time. */
export interface TokenBucket {
  /** Milliseconds until the `nth` message from now may go, all before it included; 0 when it may go at once. */
  readonly msUntil: (nth?: number) => number;
  /** Counts one message. */
  readonly take: () => void;
  /** Milliseconds from one message to the next. */
  readonly intervalMs: number;
}

/** So much may go at once after a pause, in milliseconds of the rate: timers are no finer than this lasts. */
const BURST_MS = 100;

/**
 * Spreads `count` messages evenly over each period, so that a provider that counts in windows of its
 * own never sees many more than that, wherever its windows begin. `now` is a clock in milliseconds.
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
