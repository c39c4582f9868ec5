/** Writes down how an attempt ended, and what that makes of the email. */
import type { Database } from '../database.ts';
import type { AttemptOutcome, EmailEventType, RecipientState } from '../generated/enums.ts';
import type { StatusAfterAttempt } from './transitions.ts';

/** What an SMTP server said, if it said anything. */
export interface RecordedReply {
  readonly replyCode: number | null;
  /** RFC 3463. */
  readonly enhancedCode: string | null;
  readonly replyText: string | null;
}

/** How one attempt ended: the row of the ledger. */
export interface AttemptResult extends RecordedReply {
  readonly outcome: AttemptOutcome;
  readonly reason: string;
  readonly relay: string | null;
  readonly remoteAddress: string | null;
  readonly tlsVersion: string | null;
  readonly recipients: readonly RecipientResult[];
}

/** What became of one recipient in an attempt. */
export interface RecipientResult extends RecordedReply {
  /** In lower case. */
  readonly address: string;
  readonly verdict: 'sent' | 'deferred' | 'bounced';
  readonly reason: string;
}

/** What the email is after the attempt. */
export interface EmailAfterAttempt {
  readonly status: StatusAfterAttempt;
  /** Milliseconds until the next attempt; null when none is to come. */
  readonly retryInMs: number | null;
  /** Steps of the retry schedule used up, this attempt included. */
  readonly retryCount: number;
  /** The recipients that were tried, with their new state. */
  readonly recipients: readonly (RecordedReply & { readonly address: string; readonly state: RecipientState })[];
  /** The event to write, with its data; null for none. */
  readonly event: { readonly type: EmailEventType; readonly data: object } | null;
}

/** Which attempt is meant, and by whom. */
export interface AttemptKey {
  readonly emailId: string;
  readonly n: number;
  /**
   * Set by whoever closes an attempt in place of its worker: nothing is written unless its lease has
   * ended by then.
   */
  readonly takenOver?: boolean;
}

/**
 * Closes the attempt and moves the email on, in one statement and so in one transaction.
 *
 * The ledger is always told the truth. The email is moved only while this attempt is still its open
 * one: an outcome that comes after the lease was taken over touches nothing but its own row.
 *
 * @returns the generation of the email, for the next job; null when the attempt was no longer the open one.
 */
export async function recordOutcome(
  database: Database,
  { emailId, n, takenOver = false }: AttemptKey,
  result: AttemptResult,
  after: EmailAfterAttempt,
): Promise<number | null> {
  const rows = await database.$queryRaw<{ generation: number }[]>`
    WITH email AS (
      UPDATE "EmailRecord"
      SET status = ${after.status}::"EmailStatus", "nextAttemptAt" = now() + ${after.retryInMs}::int * interval '1 ms',
        "retryCount" = ${after.retryCount}, "leaseOwner" = NULL, "leaseUntil" = NULL,
        generation = generation + 1, "eventCount" = "eventCount" + ${after.event === null ? 0 : 1}
      WHERE id = ${emailId}::uuid AND status = 'sending' AND "attemptCount" = ${n}
        AND (NOT ${takenOver} OR "leaseUntil" < now())
      RETURNING id, generation, "eventCount"
    ), attempt AS (
      UPDATE "DeliveryAttempt"
      SET "finishedAt" = now(), outcome = ${result.outcome}::"AttemptOutcome", reason = ${result.reason}, relay = ${result.relay},
        "remoteAddress" = ${result.remoteAddress}, "tlsVersion" = ${result.tlsVersion}, "replyCode" = ${result.replyCode}::int,
        "enhancedCode" = ${result.enhancedCode}, "replyText" = ${result.replyText},
        recipients = ${JSON.stringify(result.recipients)}::jsonb
      WHERE "emailId" = ${emailId}::uuid AND n = ${n} AND (NOT ${takenOver} OR EXISTS (SELECT FROM email))
    ), recipient AS (
      UPDATE "EmailRecipient" AS r
      SET state = x.state, "replyCode" = x."replyCode", "enhancedCode" = x."enhancedCode", "replyText" = x."replyText"
      FROM email, json_to_recordset(${JSON.stringify(after.recipients)}::json)
        AS x(address text, state "RecipientState", "replyCode" int, "enhancedCode" text, "replyText" text)
      WHERE r."emailId" = email.id AND r.address = x.address
    ), event AS (
      INSERT INTO "EmailEvent" ("emailId", n, type, data)
      SELECT id, "eventCount", ${after.event?.type ?? null}::"EmailEventType", ${JSON.stringify(after.event?.data ?? {})}::jsonb
      FROM email WHERE ${after.event !== null}
    )
    SELECT generation FROM email`;
  return rows[0]?.generation ?? null;
}
