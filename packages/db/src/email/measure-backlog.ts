/** How much is waiting, for those who watch over a deployment. */
import type { Database } from '../database.ts';

/** What waits. */
export interface BacklogMeasure {
  /** Emails that are not finished, by status; each counted to {@link COUNTED_TO} and no further. */
  readonly emails: Readonly<Record<string, number>>;
  /** Seconds since the oldest email that is due was due; 0 when none is. */
  readonly oldestDueSeconds: number;
  /** The same of what enabled endpoints are to be told. */
  readonly oldestDueWebhookSeconds: number;
}

/** Beyond this a number says no more than that there are very many. Counting so far takes milliseconds. */
const COUNTED_TO = 100_000;
/** Milliseconds. */
const TIMEOUT = 3000;

/**
 * Counts along the index of statuses, and looks at the first entry of the index of what is due.
 *
 * Our sessions read no whole tables. With statistics that are behind, as they are after a backlog has
 * been worked off, the planner would otherwise do so for a status that few rows have.
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
