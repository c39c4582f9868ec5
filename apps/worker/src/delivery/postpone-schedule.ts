/** When postponed emails come back. Pure: the clock is an argument. */
import type { PostponeTerms } from '@sendoff/db';
import type { BlockedMail } from '@sendoff/mail';

/** When the first postponed email comes back, in milliseconds. */
export const FIRST_RETURN_MS = 15_000;
/** The longest that an email is postponed, so that the last ones notice soon enough that the relay works again. */
export const MAX_RETURN_MS = 900_000;

/** Mail that has to wait, for any reason. */
export type Held = Omit<BlockedMail, 'reason'> & { readonly reason: string };

/** Remembers until when postponed emails are spread out. */
export interface PostponeSchedule {
  /** The terms on which the next emails are postponed. */
  readonly terms: (blocked: readonly Held[]) => PostponeTerms[];
  /** Counts emails that were postponed on these terms. */
  readonly count: (terms: Pick<PostponeTerms, 'domain' | 'sender'>, count: number) => void;
}

/**
 * Lets emails that are postponed for the same reason come back one after the other, so that ten
 * thousand of them cost little each time: the more there are, the longer each waits. `now` is a clock
 * in milliseconds.
 */
export function openPostponeSchedule(now: () => number): PostponeSchedule {
  /** By domain or sender, when the last of its emails comes back. */
  const spread = new Map<string, { lastReturn: number; intervalMs: number }>();
  const about = ({ domain, sender }: Pick<PostponeTerms, 'domain' | 'sender'>): string => `${domain ?? ''} ${sender ?? ''}`;
  return {
    terms: (blocked) => {
      for (const [key, { lastReturn }] of spread) if (lastReturn <= now()) spread.delete(key);
      return blocked.map(({ domain, sender, reason, message, intervalMs }) => {
        const key = about({ domain, sender });
        const lastReturn = Math.max(spread.get(key)?.lastReturn ?? 0, now() + FIRST_RETURN_MS - intervalMs);
        spread.set(key, { lastReturn, intervalMs });
        // A rate can be so low that the next turn is further away than the longest delay.
        const firstMs = Math.min(lastReturn + intervalMs - now(), MAX_RETURN_MS);
        return { domain, sender, reason: `${reason}: ${message}`, firstMs, intervalMs, longestMs: MAX_RETURN_MS };
      });
    },
    count: (terms, count) => {
      const entry = spread.get(about(terms));
      if (entry !== undefined) entry.lastReturn = Math.min(entry.lastReturn + count * entry.intervalMs, now() + MAX_RETURN_MS);
    },
  };
}
