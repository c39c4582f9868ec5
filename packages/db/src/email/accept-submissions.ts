/** Keeps emails: the moment from which Sendoff answers for them. */
import { LONG_TRANSACTION, type Database } from '../database.ts';
import { claimIdempotencyKey, type IdempotentRequest, type KeyConflict } from './claim-idempotency-key.ts';
import { insertAttachmentContents } from './insert-attachment-contents.ts';
import { submissionRow, type Submission } from './submission.ts';

/** What became of the emails: kept, or not because of the idempotency key that they came with. */
export type Acceptance = { readonly kind: 'accepted' } | KeyConflict;

/**
 * Commits the emails in one transaction: all of them or none. They are then `queued`, or `scheduled`
 * when they have a time, each with its first event.
 *
 * With an idempotency key, the key and the answer to the request are kept in the same transaction.
 * When the key was used before, nothing is kept, and what is to be answered instead is returned.
 *
 * Everything but the bytes of attachments goes in as one JSON parameter and one statement, so that
 * keeping many emails costs about what keeping one does.
 */
export async function acceptSubmissions(
  database: Database,
  submissions: readonly Submission[],
  request?: IdempotentRequest,
): Promise<Acceptance> {
  const rows = submissions.map(submissionRow);
  const contents = submissions.flatMap(({ attachments }) => attachments.flatMap(({ bytes }) => (bytes === null ? [] : [bytes])));
  if (contents.length === 0 && request === undefined) {
    await insertEmails(database, rows);
    return { kind: 'accepted' };
  }
  return database.$transaction(async (transaction) => {
    if (request !== undefined) {
      const conflict = await claimIdempotencyKey(transaction, request);
      if (conflict !== null) return conflict;
    }
    await insertAttachmentContents(transaction, contents);
    await insertEmails(transaction, rows);
    return { kind: 'accepted' };
  }, LONG_TRANSACTION);
}

const insertEmails = (database: Pick<Database, '$executeRaw'>, rows: readonly object[]) => database.$executeRaw`
  -- prepared: insert_emails
  WITH submission AS (
    SELECT *, CASE WHEN "scheduledAt" IS NULL THEN 'queued' ELSE 'scheduled' END AS status
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS s(
      id uuid, "apiKeyId" uuid, mode "Mode", "createdAt" timestamptz, "messageId" text, "from" text, "fromAddress" text,
      "to" text[], cc text[], bcc text[], "replyTo" text[], subject text, html text, text text, headers jsonb,
      "scheduledAt" timestamptz, recipients json, tags json, attachments json
    )
  ), record AS (
    INSERT INTO "EmailRecord" (
      id, "apiKeyId", mode, status, "createdAt", "scheduledAt", "nextAttemptAt", "eventCount", "messageId",
      "from", "fromAddress", "to", cc, bcc, "replyTo", subject, headers
    )
    SELECT id, "apiKeyId", mode, status::"EmailStatus", "createdAt", "scheduledAt", coalesce("scheduledAt", now()), 1, "messageId",
      "from", "fromAddress", "to", cc, bcc, "replyTo", subject, headers
    FROM submission
  ), content AS (
    INSERT INTO "EmailContent" ("emailId", html, text) SELECT id, html, text FROM submission
  ), recipient AS (
    INSERT INTO "EmailRecipient" ("emailId", address, kind)
    SELECT submission.id, r.address, r.kind
    FROM submission, json_to_recordset(submission.recipients) AS r(address text, kind "RecipientKind")
  ), tag AS (
    INSERT INTO "EmailTag" ("emailId", position, name, value)
    SELECT submission.id, t.position, t.name, t.value
    FROM submission, json_to_recordset(submission.tags) AS t(position int, name text, value text)
  ), attachment AS (
    INSERT INTO "Attachment" (id, "emailId", position, filename, "contentType", "contentId", url, size, sha256)
    SELECT a.id, submission.id, a.position, a.filename, a."contentType", a."contentId", a.url, a.size, decode(a.sha256, 'hex')
    FROM submission, json_to_recordset(submission.attachments) AS a(
      id uuid, position int, filename text, "contentType" text, "contentId" text, url text, size int, sha256 text
    )
  )
  INSERT INTO "EmailEvent" ("emailId", n, type) SELECT id, 1, status::"EmailEventType" FROM submission`;
