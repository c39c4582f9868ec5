/** When an email is tried again. Pure: the clock and the randomness are arguments. */

/** How failures are retried. */
export interface RetryPolicy {
  /** Delays in milliseconds. */
  readonly schedule: readonly number[];
  readonly inDoubt: 'retry' | 'hold';
  readonly now: () => Date;
  /** A number in [0, 1). */
  readonly random: () => number;
}

/** How much a delay may differ from the one in the schedule, so that emails refused together do not return together. */
const JITTER = 0.2;

/**
 * Delays after a failure of the relay itself, which uses up no step of the schedule: the nth failure waits the nth of these,
 * and all further ones the last. Short at first, because most such failures are a restart of the relay.
 */
export const RELAY_ERROR_DELAYS_MS = [15, 30, 60, 120, 300, 600, 900].map((seconds) => seconds * 1000);

/** An email fails after so long without a usable relay (RFC 5321, 4.5.4.1: at least 4-5 days). */
export const RELAY_ERROR_LIMIT_MS = 5 * 24 * 3_600_000;

/**
 * The delay before the next attempt of an email that was refused temporarily.
 *
 * @param schedule delays in milliseconds.
 * @param used how many of them were used up before.
 * @param random a number in [0, 1).
 * @returns milliseconds, or null when the schedule is exhausted.
 */
export function retryDelay(schedule: readonly number[], used: number, random: () => number): number | null {
  const delay = schedule[used];
  return delay === undefined ? null : withJitter(delay, random);
}

/** The delay in milliseconds after the nth failure of relays in a row, from 1. */
export function relayErrorDelay(nth: number, random: () => number): number {
  const last = RELAY_ERROR_DELAYS_MS.length - 1;
  return withJitter(RELAY_ERROR_DELAYS_MS[Math.min(Math.max(nth, 1) - 1, last)] ?? 0, random);
}

function withJitter(delay: number, random: () => number): number {
  return Math.round(delay * (1 - JITTER + 2 * JITTER * random()));
}
