/** When emails that are held up come back. Pure: the clock comes in as an argument. */
import type { PutOffTerms } from '@sendoff/db';
import type { HeldUp } from '@sendoff/mail';

/** The first email that is put off comes back after so long, in milliseconds. */
export const FIRST_RETURN_MS = 15_000;
/** And none stays away for longer than this, so that the last ones notice soon enough that the trouble is over. */
export const LONGEST_RETURN_MS = 900_000;

/** Mail that has to wait, for whatever reason. */
export type Held = Omit<HeldUp, 'reason'> & { readonly reason: string };

/** Remembers until when the emails that were put off are spread out. */
export interface PutOffSchedule {
  /** The terms on which the next emails are put off. */
  readonly terms: (heldUp: readonly Held[]) => PutOffTerms[];
  /** Notes that so many emails were put off on these terms. */
  readonly note: (terms: Pick<PutOffTerms, 'domain' | 'sender'>, count: number) => void;
}

/**
 * Lets emails that are put off for the same reason come back one after the other, so that ten
 * thousand of them cost little each time: the more there are, the longer each waits. `now` is a clock
 * in milliseconds.
 */
export function openPutOffSchedule(now: () => number): PutOffSchedule {
  /** By domain or sender, when the last of its emails comes back. */
  const spread = new Map<string, { lastReturn: number; intervalMs: number }>();
  const about = ({ domain, sender }: Pick<PutOffTerms, 'domain' | 'sender'>): string => `${domain ?? ''} ${sender ?? ''}`;
  return {
    terms: (heldUp) => {
      for (const [key, { lastReturn }] of spread) if (lastReturn <= now()) spread.delete(key);
      return heldUp.map(({ domain, sender, reason, message, intervalMs }) => {
        const key = about({ domain, sender });
        const lastReturn = Math.max(spread.get(key)?.lastReturn ?? 0, now() + FIRST_RETURN_MS - intervalMs);
        spread.set(key, { lastReturn, intervalMs });
        // A rate can be so low that the next turn is further away than anything is put off.
        const firstMs = Math.min(lastReturn + intervalMs - now(), LONGEST_RETURN_MS);
        return { domain, sender, reason: `${reason}: ${message}`, firstMs, intervalMs, longestMs: LONGEST_RETURN_MS };
      });
    },
    note: (terms, count) => {
      const entry = spread.get(about(terms));
      if (entry !== undefined)
        entry.lastReturn = Math.min(entry.lastReturn + count * entry.intervalMs, now() + LONGEST_RETURN_MS);
    },
  };
}
