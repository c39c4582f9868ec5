/** When emails that are held up come back. Pure: the clock comes in as an argument. */
import type { PutOffTerms } from '@sendoff/db';
import type { HeldUp } from '@sendoff/mail';

/** The first email that is put off comes back after so long, in milliseconds. */
export const FIRST_RETURN_MS = 15_000;
/** And none stays away for longer than this, so that the last ones notice soon enough that the trouble is over. */
export const LONGEST_RETURN_MS = 900_000;

/** Remembers until when the emails that were put off are spread out. */
export interface PutOffSchedule {
  /** The terms on which the next emails are put off. */
  readonly terms: (heldUp: readonly HeldUp[]) => PutOffTerms[];
  /** Notes that so many emails were put off on the terms for `domain`. */
  readonly note: (domain: string | null, count: number) => void;
}

/**
 * Lets emails that are put off for the same reason come back one after the other, so that ten
 * thousand of them cost little each time: the more there are, the longer each waits. `now` is a clock
 * in milliseconds.
 */
export function openPutOffSchedule(now: () => number): PutOffSchedule {
  /** By domain, when the last of its emails comes back. */
  const spread = new Map<string | null, { lastReturn: number; intervalMs: number }>();
  return {
    terms: (heldUp) => {
      for (const [domain, { lastReturn }] of spread) if (lastReturn <= now()) spread.delete(domain);
      return heldUp.map(({ domain, reason, message, intervalMs }) => {
        const lastReturn = Math.max(spread.get(domain)?.lastReturn ?? 0, now() + FIRST_RETURN_MS - intervalMs);
        spread.set(domain, { lastReturn, intervalMs });
        // A rate can be so low that the next turn is further away than anything is put off.
        const firstMs = Math.min(lastReturn + intervalMs - now(), LONGEST_RETURN_MS);
        return { domain, reason: `${reason}: ${message}`, firstMs, intervalMs, longestMs: LONGEST_RETURN_MS };
      });
    },
    note: (domain, count) => {
      const entry = spread.get(domain);
      if (entry !== undefined)
        entry.lastReturn = Math.min(entry.lastReturn + count * entry.intervalMs, now() + LONGEST_RETURN_MS);
    },
  };
}
