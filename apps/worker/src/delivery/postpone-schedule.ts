/** When postponed emails return. Pure: the clock is an argument. */
import type { PostponeTerms } from '@sendoff/db';
import type { BlockedMail } from '@sendoff/mail';

/** Delay of the first postponed email. */
export const FIRST_RETURN_MS = 15_000;
/** Longest delay, so that the last emails also leave soon after the relay recovers. */
export const MAX_RETURN_MS = 900_000;

/** Blocked mail, with any reason. */
export type Held = Omit<BlockedMail, 'reason'> & { readonly reason: string };

/** Spreads the returns of postponed emails. */
export interface PostponeSchedule {
  /** The terms for postponing the next emails. */
  readonly terms: (blocked: readonly Held[]) => PostponeTerms[];
  /** Counts emails that were postponed on these terms. */
  readonly count: (terms: Pick<PostponeTerms, 'domain' | 'sender'>, count: number) => void;
}

/**
 * Spaces the returns of emails that are postponed for the same domain or sender, so that ten thousand of them cost little each
 * round: the more there are, the longer each waits.
 *
 * @param now a clock in milliseconds.
 */
export function openPostponeSchedule(now: () => number): PostponeSchedule {
  /** By domain and sender, when the last of its emails returns. */
  const spread = new Map<string, { lastReturn: number; intervalMs: number }>();
  const about = ({ domain, sender }: Pick<PostponeTerms, 'domain' | 'sender'>): string => `${domain ?? ''} ${sender ?? ''}`;
  return {
    terms: (blocked) => {
      for (const [key, { lastReturn }] of spread) if (lastReturn <= now()) spread.delete(key);
      return blocked.map(({ domain, sender, reason, message, intervalMs }) => {
        const key = about({ domain, sender });
        const lastReturn = Math.max(spread.get(key)?.lastReturn ?? 0, now() + FIRST_RETURN_MS - intervalMs);
        spread.set(key, { lastReturn, intervalMs });
        // With a very low rate, the next turn can be further away than the longest delay.
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
