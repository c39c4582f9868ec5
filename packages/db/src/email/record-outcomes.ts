/** Records the outcomes of attempts and the resulting states of their emails. */
import type { AttemptRecord, EmailAfterAttempt } from '@sendoff/core';
import type { Database } from '../database.ts';
import { Prisma } from '../generated/client.ts';
import { NEW_ID } from '../new-id-sql.ts';
import { runPrepared } from '../prepared-statement.ts';
import { WRITTEN_WEBHOOKS, webhooksOfEvents, type NoteWebhooks } from '../webhook/webhooks-of-events.ts';
import { webhooksOfSuppressions } from '../webhook/webhooks-of-suppressions.ts';

/** The outcome of an attempt: its record, and the state of the email after it. */
export interface RecordedOutcome {
  readonly emailId: string;
  /** The number of the attempt. */
  readonly n: number;
  /**
   * Whether another worker closes the attempt: nothing is written unless the lease has expired.
   */
  readonly takenOver?: boolean;
  readonly record: AttemptRecord;
  readonly after: EmailAfterAttempt;
}

/**
 * Closes attempts and updates their emails, all in one statement and so in one transaction.
 *
 * What the worker of an attempt reports is always recorded in the attempt's row. The email changes only while the attempt is
 * its open one: a late outcome, after a takeover, changes only its own row and the suppression list, which follows from the
 * reply of the relay.
 *
 * @param noteWebhooks called with the endpoints that have a new webhook.
 * @returns for each outcome the new generation of its email, for the next job; null when the attempt was no longer open.
 */
export async function recordOutcomes(
  database: Database,
  outcomes: readonly RecordedOutcome[],
  noteWebhooks?: NoteWebhooks,
): Promise<(number | null)[]> {
  const moved = await runPrepared<MovedRow>(
    database,
    Prisma.sql`
    -- prepared: record_outcomes
    WITH ended AS (
      SELECT * FROM json_to_recordset(${JSON.stringify(outcomes.map(outcomeRow))}::json) AS ended(
        "emailId" uuid, n int, "takenOver" boolean, outcome "AttemptOutcome", reason text, relay text, "skippedRelays" jsonb,
        "remoteAddress" text, "tlsVersion" text, "providerMessageId" text, "replyCode" int, "enhancedCode" text, "replyText" text, "attemptRecipients" jsonb,
        status "EmailStatus", "retryInMs" bigint, "retryCount" int, "relayFailureCount" int,
        recipients json, events json, suppress json
      )
    ), locked AS (
      -- Locked in the order of ids, so that concurrent transactions do not deadlock.
      SELECT id FROM "EmailRecord" WHERE id IN (SELECT "emailId" FROM ended) ORDER BY id FOR UPDATE
    ), email AS (
      UPDATE "EmailRecord" AS email
      SET status = ended.status, "nextAttemptAt" = now() + ended."retryInMs" * interval '1 ms',
        "retryCount" = ended."retryCount", "relayFailureCount" = ended."relayFailureCount",
        "relayFailingSince" = CASE WHEN ended."relayFailureCount" > 0 THEN coalesce(email."relayFailingSince", now()) END,
        "postponedReason" = NULL, "leaseOwner" = NULL, "leaseUntil" = NULL, generation = generation + 1,
        "eventCount" = "eventCount" + json_array_length(ended.events)
      FROM ended JOIN locked ON locked.id = ended."emailId"
      WHERE email.id = ended."emailId" AND email.status = 'sending' AND email."attemptCount" = ended.n
        AND (NOT ended."takenOver" OR email."leaseUntil" < now())
      RETURNING email.id, ended.n, generation, "eventCount", ended.recipients, ended.events
    ), attempt AS (
      UPDATE "DeliveryAttempt" AS attempt
      SET "finishedAt" = now(), reason = ended.reason, relay = ended.relay, "skippedRelays" = ended."skippedRelays",
        "remoteAddress" = ended."remoteAddress", "tlsVersion" = ended."tlsVersion",
        "providerMessageId" = ended."providerMessageId", "replyCode" = ended."replyCode",
        "enhancedCode" = ended."enhancedCode", "replyText" = ended."replyText", recipients = ended."attemptRecipients",
        -- An outcome in doubt stays, since the email may have been sent again; the late reply is still recorded.
        outcome = CASE WHEN attempt.outcome = 'in_doubt' THEN attempt.outcome ELSE ended.outcome END
      FROM ended
      WHERE attempt."emailId" = ended."emailId" AND attempt.n = ended.n
        AND (NOT ended."takenOver" OR EXISTS (SELECT FROM email WHERE email.id = ended."emailId" AND email.n = ended.n))
    ), recipient AS (
      UPDATE "EmailRecipient" AS recipient
      SET state = x.state, "replyCode" = x."replyCode", "enhancedCode" = x."enhancedCode", "replyText" = x."replyText"
      FROM email, json_to_recordset(email.recipients)
        AS x(address text, state "RecipientState", "replyCode" int, "enhancedCode" text, "replyText" text)
      WHERE recipient."emailId" = email.id AND recipient.address = x.address
    ), event AS (
      INSERT INTO "EmailEvent" ("emailId", n, type, data)
      SELECT email.id, email."eventCount" - json_array_length(email.events) + e.n, e.type, e.data
      FROM email, ROWS FROM (json_to_recordset(email.events) AS (type "EmailEventType", data jsonb))
        WITH ORDINALITY AS e(type, data, n)
      RETURNING "emailId", type, at, data
    ), suppression AS (
      INSERT INTO "Suppression" (id, email, origin, "sourceEmailId")
      SELECT ${NEW_ID}, address, 'bounce', "emailId" FROM (
        -- In the order of addresses, also against deadlocks.
        SELECT json_array_elements_text(ended.suppress) AS address, locked.id AS "emailId"
        FROM locked JOIN ended ON ended."emailId" = locked.id ORDER BY address
      ) AS suppressed
      ON CONFLICT (email) DO NOTHING
      RETURNING id, email, origin, "sourceEmailId", "createdAt"
    ), of_event AS (${WEBHOOKS}), of_suppression AS (${SUPPRESSION_WEBHOOKS}), webhook AS (
      SELECT "endpointId" FROM of_event UNION ALL SELECT "endpointId" FROM of_suppression
    )
    SELECT id::text, n, generation, (${WRITTEN_WEBHOOKS}) AS webhooks FROM email`,
  );
  const webhooks = moved[0]?.webhooks ?? null;
  if (webhooks !== null) noteWebhooks?.(webhooks);
  const generations = new Map(moved.map(({ id, n, generation }) => [`${id}.${String(n)}`, generation]));
  return outcomes.map(({ emailId, n }) => generations.get(`${emailId}.${String(n)}`) ?? null);
}

/** The outcome as a row of the statement. Lists every field, for the reason given at `submissionRow`. */
const outcomeRow = ({ emailId, n, takenOver = false, record, after }: RecordedOutcome): object => ({
  emailId,
  n,
  takenOver,
  outcome: record.outcome,
  reason: record.reason,
  relay: record.relay,
  skippedRelays: record.skippedRelays,
  remoteAddress: record.remoteAddress,
  tlsVersion: record.tlsVersion,
  providerMessageId: record.providerMessageId,
  replyCode: record.replyCode,
  enhancedCode: record.enhancedCode,
  replyText: record.replyText,
  attemptRecipients: record.recipients,
  status: after.status,
  retryInMs: after.retryInMs,
  retryCount: after.retryCount,
  relayFailureCount: after.relayFailureCount,
  recipients: after.recipients,
  events: after.events,
  suppress: after.suppress,
});

// Built once, since the statement runs for every email.
const WEBHOOKS = webhooksOfEvents();
const SUPPRESSION_WEBHOOKS = webhooksOfSuppressions('suppression.added');

interface MovedRow {
  readonly id: string;
  readonly n: number;
  readonly generation: number;
  /** The same for every row of the statement. */
  readonly webhooks: string[] | null;
}
