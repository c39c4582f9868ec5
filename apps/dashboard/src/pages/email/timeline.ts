/** Merges the events and attempts of an email into one history. */
import type { Attempt, EmailEvent } from '../../api/types.ts';
import { readTime } from '../../format/time.ts';

/** An entry of the history: an event and its attempt, if it belongs to one. */
export type Step =
  | { readonly kind: 'event'; readonly at: Date; readonly event: EmailEvent }
  | { readonly kind: 'attempt'; readonly at: Date; readonly attempt: Attempt; readonly events: readonly EmailEvent[] };

/** Merges events and attempts, oldest first; the events of an attempt are grouped under it. */
export function timelineOf(events: readonly EmailEvent[], attempts: readonly Attempt[]): Step[] {
  const numbers = new Set(attempts.map(({ number }) => number));
  const alone = events.filter(({ attempt }) => attempt === null || !numbers.has(attempt));
  const steps: Step[] = [
    ...alone.map((event): Step => ({ kind: 'event', at: readTime(event.created_at), event })),
    ...attempts.map((attempt): Step => ({
      kind: 'attempt',
      at: readTime(attempt.started_at),
      attempt,
      events: events.filter((event) => event.attempt === attempt.number),
    })),
  ];
  return steps.sort((one, other) => one.at.getTime() - other.at.getTime());
}
