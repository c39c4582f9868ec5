/** Records the outcomes of webhook attempts and the resulting states of deliveries and endpoints. */
import type { Database } from '../database.ts';
import { Prisma } from '../generated/client.ts';
import { runPrepared } from '../prepared-statement.ts';
import type { WebhookDeliveryStatus, WebhookOutcome } from '../generated/enums.ts';

/** The outcome of an attempt, and the state of the delivery after it. */
export interface RecordedWebhook {
  readonly id: string;
  readonly endpointId: string;
  /** The number of the attempt. */
  readonly n: number;
  /** Whether another worker closes the attempt: nothing is written unless the lease has expired. */
  readonly takenOver?: boolean;
  readonly outcome: WebhookOutcome;
  readonly httpStatus: number | null;
  /** The beginning of the response body. */
  readonly response: string | null;
  /** Readable error message. */
  readonly error: string | null;
  readonly status: Exclude<WebhookDeliveryStatus, 'attempting'>;
  /** Milliseconds until the next attempt; null when there is none. */
  readonly retryInMs: number | null;
  /** Steps of the retry schedule used, including this attempt. */
  readonly retryCount: number;
  /** Readable reason for disabling the endpoint at once; null to keep it enabled. */
  readonly disable: string | null;
}

/** When an endpoint counts as failing and is disabled; in milliseconds. */
export interface FailingTerms {
  /** It is disabled when no attempt has succeeded for this long. */
  readonly limitMs: number;
  /** When the last failure is older than this, a new failure counts as the first one. */
  readonly forgottenAfterMs: number;
}

/**
 * Closes attempts and updates their deliveries, all in one statement. A delivery changes only while the attempt is its open
 * one.
 *
 * An endpoint counts as failing from its first failure after a success, and is disabled when that was `limitMs` ago.
 *
 * @returns the endpoints that were disabled.
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
      -- Locked in the order of ids, so that concurrent transactions do not deadlock.
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
      -- An abandoned attempt says nothing about the endpoint.
      SELECT "endpointId", bool_or(outcome = 'delivered') AS well, max(disable) AS disable
      FROM ended WHERE outcome <> 'abandoned' GROUP BY 1
    ), verdict AS (
      SELECT endpoint.id, heard.well, coalesce(heard.disable, CASE
        WHEN NOT heard.well AND endpoint."failingSince" < now() - ${limitMs}::bigint * interval '1 ms'
          AND endpoint."lastFailedAt" > now() - ${forgottenAfterMs}::bigint * interval '1 ms'
        THEN 'No attempt has succeeded since ' || to_char(endpoint."failingSince" AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC.'
      END) AS disable
      FROM heard JOIN "WebhookEndpoint" AS endpoint ON endpoint.id = heard."endpointId"
      -- Updated only when something changes, since all deliveries of an endpoint contend for this row.
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
