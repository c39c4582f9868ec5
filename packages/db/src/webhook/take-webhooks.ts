import type { Database } from '../database.ts';
import { Prisma } from '../generated/client.ts';
import { NEW_ID } from '../new-id-sql.ts';
import { runPrepared } from '../prepared-statement.ts';
import { OVERLAP_HOURS } from './webhook-secret.ts';
import type { WebhookWork } from './webhook-work.ts';

/** How many deliveries to take, and their lease. */
export interface WebhookTerms {
  readonly limit: number;
  /** Name of the worker, stored in the attempts. */
  readonly worker: string;
  /** Length of the lease in milliseconds. It is not renewed, so it must exceed the longest attempt. */
  readonly leaseMs: number;
}

/** Most secrets that sign a webhook, so that frequent rotation cannot exceed the size of a header. */
const MAX_SECRETS = 10;

/**
 * Begins attempts on the due deliveries of an enabled endpoint, oldest first, committed before anything is sent. Their attempt
 * rows stay open until `recordWebhookAttempts` closes them.
 *
 * Deliveries locked by another worker are skipped.
 */
export async function takeWebhooks(
  database: Database,
  endpointId: string,
  { limit, worker, leaseMs }: WebhookTerms,
): Promise<WebhookWork[]> {
  return runPrepared<WebhookWork>(
    database,
    Prisma.sql`
    -- prepared: take_webhooks
    WITH endpoint AS (
      SELECT id, url FROM "WebhookEndpoint" WHERE id = ${endpointId}::uuid AND status = 'enabled'
    ), free AS (
      SELECT free.id FROM endpoint, LATERAL (
        SELECT id FROM "WebhookDelivery"
        WHERE "endpointId" = endpoint.id AND status = 'pending' AND "nextAttemptAt" <= now()
        ORDER BY "nextAttemptAt", "WebhookDelivery".id LIMIT ${limit}::int FOR UPDATE SKIP LOCKED
      ) AS free
    ), taken AS (
      UPDATE "WebhookDelivery" AS delivery
      SET status = 'attempting', "attemptCount" = "attemptCount" + 1, "leaseUntil" = now() + ${leaseMs}::int * interval '1 ms'
      FROM free WHERE delivery.id = free.id
      RETURNING delivery.*
    ), attempt AS (
      INSERT INTO "WebhookAttempt" ("deliveryId", n, id, worker) SELECT id, "attemptCount", ${NEW_ID}, ${worker} FROM taken
    ), signing AS (
      SELECT array_agg(secret ORDER BY "createdAt" DESC) AS secrets FROM (
        SELECT secret, "createdAt" FROM "WebhookSecret"
        WHERE "endpointId" = ${endpointId}::uuid
          AND ("retiredAt" IS NULL OR "retiredAt" > now() - ${OVERLAP_HOURS}::int * interval '1 hour')
        ORDER BY "createdAt" DESC LIMIT ${MAX_SECRETS}::int
      ) AS secret
    )
    SELECT taken.id, taken."endpointId", endpoint.url, taken.type, taken.payload, signing.secrets,
      taken."attemptCount" AS attempt, taken."retryCount"
    FROM taken, endpoint, signing ORDER BY taken.id`,
  );
}
