/** What is counted over time. */
import { Prisma } from '../generated/client.ts';

/** How many emails got so far in a stretch of time. One that is deferred twice counts twice; simulated ones are only accepted. */
export interface EventCounts {
  readonly accepted: number;
  readonly sent: number;
  readonly deferred: number;
  readonly bounced: number;
  readonly failed: number;
}

/** None of each. */
export const NO_EVENTS: EventCounts = { accepted: 0, sent: 0, deferred: 0, bounced: 0, failed: 0 };

/**
 * The counts of the rows of `EmailEvent` in a group. The first event of an email is its acceptance. An email that went to others
 * than one suppressed recipient has not failed.
 */
export const COUNTS = Prisma.sql`
  count(*) FILTER (WHERE n = 1)::int AS accepted,
  count(*) FILTER (WHERE type = 'sent' AND NOT data ? 'simulated')::int AS sent,
  count(*) FILTER (WHERE type = 'delivery_delayed')::int AS deferred,
  count(*) FILTER (WHERE type = 'bounced' AND NOT data ? 'simulated')::int AS bounced,
  count(*) FILTER (
    WHERE (type = 'failed' OR (type = 'suppressed' AND NOT data ? 'recipient')) AND NOT data ? 'simulated'
  )::int AS failed`;
