/** Writes down how attempts to deliver events ended, and what that makes of deliveries and endpoints. */
import type { Database } from '../database.ts';
import { Prisma } from '../generated/client.ts';
import { runPrepared } from '../prepared-statement.ts';
import type { WebhookDeliveryStatus, WebhookOutcome } from '../generated/enums.ts';

/** How an attempt ended, and what the delivery is after it. */
export interface RecordedWebhook {
  readonly id: string;
  readonly endpointId: string;
  /** The number of the attempt. */
  readonly n: number;
  /** Set by whoever closes an attempt in place of its worker: nothing is written unless its lease has ended by then. */
  readonly takenOver?: boolean;
  readonly outcome: WebhookOutcome;
  readonly httpStatus: number | null;
  /** The beginning of the answer. */
  readonly response: string | null;
  /** For people. */
  readonly error: string | null;
  readonly status: Exclude<WebhookDeliveryStatus, 'attempting'>;
  /** Milliseconds until the next attempt; null when none is to come. */
  readonly retryInMs: number | null;
  /** Steps of the schedule used up, this attempt included. */
  readonly retryCount: number;
  /** Set where the endpoint has said that it wants no more: why it is disabled, for people. */
  readonly disable: string | null;
}

/** What makes an endpoint one that is failing, and when that is enough. Milliseconds. */
export interface FailingTerms {
  /** It is disabled when no attempt has succeeded for so long. */
  readonly limitMs: number;
  /** When nothing was tried for so long, a failure is the first one again. */
  readonly forgottenAfterMs: number;
}

/**
 * Closes attempts and moves their deliveries on, all in one statement. A delivery is moved only while the attempt is
 * still its open one.
 *
 * An endpoint is noted as failing from its first failure after a success, and disabled when that was too long ago.
 *
 * @returns the endpoints that were disabled by it.
 */
export async function recordWebhookAttempts(
  database: Database,
  attempts: readonly RecordedWebhook[],
  { limitMs, forgottenAfterMs }: FailingTerms,
): Promise<string[]> {
  const disabled = await runPrepared<{ id: string }>(
    database,
    Prisma.sql`
    -- prepared: record_webhook_attempts
    WITH ended AS (
      SELECT * FROM json_to_recordset(${JSON.stringify(attempts)}::json) AS ended(
        id uuid, "endpointId" uuid, n int, "takenOver" boolean, outcome "WebhookOutcome", "httpStatus" int, response text, error text,
        status "WebhookDeliveryStatus", "retryInMs" bigint, "retryCount" int, disable text
      )
    ), locked AS (
      -- In the order of ids: two transactions that want the same rows wait for each other and do not deadlock.
      SELECT id FROM "WebhookDelivery" WHERE id IN (SELECT id FROM ended) ORDER BY id FOR UPDATE
    ), moved AS (
      UPDATE "WebhookDelivery" AS delivery
      SET status = ended.status, "nextAttemptAt" = now() + ended."retryInMs" * interval '1 ms', "retryCount" = ended."retryCount",
        "leaseUntil" = NULL
      FROM ended JOIN locked ON locked.id = ended.id
      WHERE delivery.id = ended.id AND delivery.status = 'attempting' AND delivery."attemptCount" = ended.n
        AND (ended."takenOver" IS NOT TRUE OR delivery."leaseUntil" < now())
      RETURNING delivery.id
    ), attempt AS (
      UPDATE "WebhookAttempt" AS attempt
      SET "finishedAt" = now(), outcome = ended.outcome, "httpStatus" = ended."httpStatus", response = ended.response,
        error = ended.error
      FROM ended WHERE attempt."deliveryId" = ended.id AND attempt.n = ended.n
        AND (ended."takenOver" IS NOT TRUE OR EXISTS (SELECT FROM moved WHERE moved.id = ended.id))
    ), heard AS (
      -- An attempt whose worker is gone says nothing about the endpoint.
      SELECT "endpointId", bool_or(outcome = 'delivered') AS well, max(disable) AS disable
      FROM ended WHERE outcome <> 'abandoned' GROUP BY 1
    ), verdict AS (
      SELECT endpoint.id, heard.well, coalesce(heard.disable, CASE
        WHEN NOT heard.well AND endpoint."failingSince" < now() - ${limitMs}::bigint * interval '1 ms'
          AND endpoint."lastFailedAt" > now() - ${forgottenAfterMs}::bigint * interval '1 ms'
        THEN 'No attempt has succeeded since ' || to_char(endpoint."failingSince" AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC.'
      END) AS disable
      FROM heard JOIN "WebhookEndpoint" AS endpoint ON endpoint.id = heard."endpointId"
      -- What says nothing new changes nothing: every event of an endpoint comes by this row.
      WHERE heard.disable IS NOT NULL OR (heard.well AND endpoint."failingSince" IS NOT NULL)
        OR (NOT heard.well AND (endpoint."lastFailedAt" IS NULL OR endpoint."lastFailedAt" < now() - interval '1 minute'))
      ORDER BY endpoint.id FOR UPDATE OF endpoint
    ), endpoint AS (
      UPDATE "WebhookEndpoint" AS endpoint
      SET "failingSince" = CASE WHEN verdict.well THEN NULL
          WHEN endpoint."lastFailedAt" > now() - ${forgottenAfterMs}::bigint * interval '1 ms' THEN endpoint."failingSince"
          ELSE now() END,
        "lastFailedAt" = CASE WHEN verdict.well THEN NULL ELSE now() END,
        status = CASE WHEN verdict.disable IS NULL THEN endpoint.status ELSE 'disabled' END,
        "disabledAt" = CASE WHEN verdict.disable IS NULL THEN endpoint."disabledAt" ELSE now() END,
        "disabledReason" = coalesce(verdict.disable, endpoint."disabledReason")
      FROM verdict WHERE endpoint.id = verdict.id AND endpoint.status = 'enabled'
      RETURNING endpoint.id, verdict.disable
    )
    SELECT id::text FROM endpoint WHERE disable IS NOT NULL`,
  );
  return disabled.map(({ id }) => id);
}
