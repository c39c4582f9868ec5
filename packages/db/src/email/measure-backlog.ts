/** Measures the backlog, for monitoring. */
import type { Database } from '../database.ts';

/** The backlog. */
export interface BacklogMeasure {
  /** Unfinished emails by status, each counted up to {@link COUNTED_TO}. */
  readonly emails: Readonly<Record<string, number>>;
  /** Seconds for which the oldest due email has been due; 0 when none is due. */
  readonly oldestDueSeconds: number;
  /** The same for webhooks of enabled endpoints. */
  readonly oldestDueWebhookSeconds: number;
}

/** Limit of each count. Counting this far takes milliseconds. */
const COUNTED_TO = 100_000;
/** Statement timeout in milliseconds. */
const TIMEOUT = 3000;

/**
 * Counts by the status index, and reads the first entry of the index of due emails.
 *
 * Our connections disable sequential scans: with stale statistics, as after a drained backlog, the planner would otherwise
 * scan the whole table for a status that few rows have.
 */
export async function measureBacklog(database: Database): Promise<BacklogMeasure> {
  const [, [row]] = await database.$transaction([
    database.$executeRawUnsafe(`SET LOCAL statement_timeout = ${String(TIMEOUT)}`),
    database.$queryRaw<[BacklogMeasure]>`
      SELECT json_build_object(
        'scheduled', (SELECT count(*) FROM (SELECT FROM "EmailRecord" WHERE status = 'scheduled' LIMIT ${COUNTED_TO}) AS counted),
        'queued', (SELECT count(*) FROM (SELECT FROM "EmailRecord" WHERE status = 'queued' LIMIT ${COUNTED_TO}) AS counted),
        'sending', (SELECT count(*) FROM (SELECT FROM "EmailRecord" WHERE status = 'sending' LIMIT ${COUNTED_TO}) AS counted),
        'deferred', (SELECT count(*) FROM (SELECT FROM "EmailRecord" WHERE status = 'deferred' LIMIT ${COUNTED_TO}) AS counted),
        'in_doubt', (SELECT count(*) FROM (SELECT FROM "EmailRecord" WHERE status = 'in_doubt' LIMIT ${COUNTED_TO}) AS counted)
      ) AS emails, coalesce((
        SELECT extract(epoch FROM now() - "nextAttemptAt")::float FROM "EmailRecord"
        WHERE status IN ('scheduled', 'queued', 'deferred') AND "nextAttemptAt" <= now()
        ORDER BY "nextAttemptAt", id LIMIT 1
      ), 0) AS "oldestDueSeconds", coalesce((
        SELECT max(extract(epoch FROM now() - due."nextAttemptAt"))::float
        FROM "WebhookEndpoint" AS endpoint, LATERAL (
          SELECT "nextAttemptAt" FROM "WebhookDelivery"
          WHERE "endpointId" = endpoint.id AND status = 'pending' AND "nextAttemptAt" <= now()
          ORDER BY "nextAttemptAt", id LIMIT 1
        ) AS due
        WHERE endpoint.status = 'enabled'
      ), 0) AS "oldestDueWebhookSeconds"`,
  ]);
  return row;
}
