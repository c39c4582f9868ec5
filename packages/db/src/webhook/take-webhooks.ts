import type { Database } from '../database.ts';
import { Prisma } from '../generated/client.ts';
import { NEW_ID } from '../new-id-sql.ts';
import { runPrepared } from '../prepared-statement.ts';
import { OVERLAP_HOURS } from './webhook-secret.ts';
import type { WebhookWork } from './webhook-work.ts';

/** Who takes deliveries, how many, and for how long. */
export interface WebhookTerms {
  readonly limit: number;
  /** Names the worker in the ledger. */
  readonly worker: string;
  /** Milliseconds; longer than an attempt can last, as it is not renewed. */
  readonly leaseMs: number;
}

/** Secrets that sign at most: a header has room for so many, however often somebody rotates. */
const MAX_SECRETS = 10;

/**
 * Begins attempts on what is due for an endpoint, oldest first, where the endpoint is enabled: committed before the
 * network is touched. Their rows in the ledger are open until `recordWebhookAttempts` closes them.
 *
 * What somebody else is taking at this moment is passed over.
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
