/** Keeps emails: the moment from which Sendoff answers for them. */
import { LONG_TRANSACTION, type Database } from '../database.ts';
import { Prisma } from '../generated/client.ts';
import { runPrepared } from '../prepared-statement.ts';
import { WRITTEN_WEBHOOKS, webhooksOfEvents, type NoteWebhooks } from '../webhook/webhooks-of-events.ts';
import { claimIdempotencyKey, type IdempotentRequest, type KeyConflict } from './claim-idempotency-key.ts';
import { insertAttachmentContents } from './insert-attachment-contents.ts';
import { contentsOf, submissionRow, type Submission } from './submission.ts';

/** What became of the emails: kept, or not because of the idempotency key that they came with. */
export type Acceptance = { readonly kind: 'accepted' } | KeyConflict;

/**
 * Commits the emails in one transaction: all of them or none. They are then `queued`, or `scheduled`
 * when they have a time, each with its first event.
 *
 * With an idempotency key, the key and the answer to the request are kept in the same transaction.
 * When the key was used before, nothing is kept, and what is to be answered instead is returned.
 *
 * Everything but the bytes of attachments and messages goes in as one JSON parameter and one statement, so that
 * keeping many emails costs about what keeping one does.
 *
 * @param noteWebhooks hears which endpoints are to be told of it.
 */
export async function acceptSubmissions(
  database: Database,
  submissions: readonly Submission[],
  request?: IdempotentRequest,
  noteWebhooks?: NoteWebhooks,
): Promise<Acceptance> {
  const contents = submissions.flatMap(contentsOf);
  if (contents.length === 0 && request === undefined) {
    const [written] = await insertEmails(database, submissions);
    if (written?.webhooks) noteWebhooks?.(written.webhooks);
    return { kind: 'accepted' };
  }
  const webhooks: string[] = [];
  const acceptance = await database.$transaction(async (transaction): Promise<Acceptance> => {
    if (request !== undefined) {
      const conflict = await claimIdempotencyKey(transaction, request);
      if (conflict !== null) return conflict;
    }
    await insertAttachmentContents(transaction, contents);
    const [written] = await insertEmails(transaction, submissions);
    webhooks.push(...(written?.webhooks ?? []));
    return { kind: 'accepted' };
  }, LONG_TRANSACTION);
  if (webhooks.length > 0) noteWebhooks?.(webhooks);
  return acceptance;
}

/** Of the first events, the only one that endpoints can ask for. */
const SCHEDULED = Prisma.sql`(
  SELECT id AS "emailId", 'scheduled' AS type, now() AS at, '{}'::jsonb AS data, submission.* FROM submission
  WHERE status = 'scheduled'
) AS event`;

/** The rows of the emails are written by the same statement, which does not see them yet. */
const EMAIL = Prisma.sql`
  SELECT event.id, event."messageId", event."createdAt", event."from", event."to", event.subject,
    (SELECT jsonb_object_agg(tag.name, tag.value) FROM json_to_recordset(event.tags) AS tag(name text, value text)) AS tags`;

const WEBHOOKS = webhooksOfEvents({ events: SCHEDULED, email: EMAIL });

const insertEmails = (database: Pick<Database, '$queryRaw'>, submissions: readonly Submission[]) =>
  runPrepared<{ readonly webhooks: string[] | null }>(
    database,
    Prisma.sql`
  -- prepared: insert_emails
  WITH submission AS (
    SELECT *, CASE WHEN "scheduledAt" IS NULL THEN 'queued' ELSE 'scheduled' END AS status
    FROM json_to_recordset(${JSON.stringify(submissions.map(submissionRow))}::json) AS s(
      id uuid, "apiKeyId" uuid, mode "Mode", "createdAt" timestamptz, "messageId" text, "from" text, "fromAddress" text,
      "to" text[], cc text[], bcc text[], "replyTo" text[], subject text, html text, text text, headers jsonb,
      "scheduledAt" timestamptz, recipients json, tags json, attachments json,
      traceparent text, "messageHash" text, "envelopeSender" text, "envelopeRecipients" text[]
    )
  ), record AS (
    INSERT INTO "EmailRecord" (
      id, "apiKeyId", mode, status, "createdAt", "scheduledAt", "nextAttemptAt", "eventCount", "messageId",
      "from", "fromAddress", "to", cc, bcc, "replyTo", subject, headers, traceparent
    )
    SELECT id, "apiKeyId", mode, status::"EmailStatus", "createdAt", "scheduledAt", coalesce("scheduledAt", now()), 1, "messageId",
      "from", "fromAddress", "to", cc, bcc, "replyTo", subject, headers, traceparent
    FROM submission
  ), content AS (
    INSERT INTO "EmailContent" ("emailId", html, text, "messageHash", "envelopeSender", "envelopeRecipients")
    SELECT id, html, text, decode("messageHash", 'hex'), "envelopeSender", "envelopeRecipients" FROM submission
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
  ), event AS (
    INSERT INTO "EmailEvent" ("emailId", n, type) SELECT id, 1, status::"EmailEventType" FROM submission
  ), webhook AS (${WEBHOOKS})
  SELECT (${WRITTEN_WEBHOOKS}) AS webhooks`,
  );
