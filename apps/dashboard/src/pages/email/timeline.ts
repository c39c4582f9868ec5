/** What happened to an email, as one story. */
import type { Attempt, EmailEvent } from '../../api/types.ts';
import { readTime } from '../../format/time.ts';

/** A step of the story: something that happened, with the attempt in which it did. */
export type Step =
  | { readonly kind: 'event'; readonly at: Date; readonly event: EmailEvent }
  | { readonly kind: 'attempt'; readonly at: Date; readonly attempt: Attempt; readonly events: readonly EmailEvent[] };

/** Events and attempts together, the oldest first; what happened in an attempt stands with it. */
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
