/** When an email is tried again. Pure: the randomness comes in as an argument. */

/** How much a delay may differ from the one in the schedule, so that emails refused together do not return together. */
const JITTER = 0.2;

/**
 * Delays after trouble with a relay itself, which uses up no step of the schedule: the nth failure
 * waits the nth of these, and all further ones the last. Short at first, because most trouble with a
 * relay is its restart.
 */
export const RELAY_TROUBLE_DELAYS_MS = [15, 30, 60, 120, 300, 600, 900].map((seconds) => seconds * 1000);

/** After so long without a usable relay an email is given up (RFC 5321, 4.5.4.1: at least 4-5 days). */
export const RELAY_TROUBLE_LIMIT_MS = 5 * 24 * 3_600_000;

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

/** The delay in milliseconds after the nth trouble in a row with relays, from 1. */
export function relayTroubleDelay(nth: number, random: () => number): number {
  const last = RELAY_TROUBLE_DELAYS_MS.length - 1;
  return withJitter(RELAY_TROUBLE_DELAYS_MS[Math.min(Math.max(nth, 1) - 1, last)] ?? 0, random);
}

function withJitter(delay: number, random: () => number): number {
  return Math.round(delay * (1 - JITTER + 2 * JITTER * random()));
}
