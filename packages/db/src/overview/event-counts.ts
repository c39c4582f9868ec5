/** Event counts over time. */
import { Prisma } from '../generated/client.ts';

/** Events in a time range. An email deferred twice counts twice; simulated emails count only as accepted. */
export interface EventCounts {
  readonly accepted: number;
  readonly sent: number;
  readonly deferred: number;
  readonly bounced: number;
  readonly failed: number;
}

/** All counts zero. */
export const NO_EVENTS: EventCounts = { accepted: 0, sent: 0, deferred: 0, bounced: 0, failed: 0 };

/**
 * SQL aggregates over rows of `EmailEvent`. The first event of an email is its acceptance. A `suppressed` event for a single
 * recipient does not count as failed, since the email was sent to others.
 */
export const COUNTS = Prisma.sql`
  count(*) FILTER (WHERE n = 1)::int AS accepted,
  count(*) FILTER (WHERE type = 'sent' AND NOT data ? 'simulated')::int AS sent,
  count(*) FILTER (WHERE type = 'delivery_delayed')::int AS deferred,
  count(*) FILTER (WHERE type = 'bounced' AND NOT data ? 'simulated')::int AS bounced,
  count(*) FILTER (
    WHERE (type = 'failed' OR (type = 'suppressed' AND NOT data ? 'recipient')) AND NOT data ? 'simulated'
  )::int AS failed`;
