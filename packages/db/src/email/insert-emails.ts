/** Inserts emails, except the bytes of attachments and messages, with one statement and one JSON parameter. */
import { Prisma } from '../generated/client.ts';
import { runPrepared, type Statements } from '../prepared-statement.ts';
import { WRITTEN_WEBHOOKS, webhooksOfEvents } from '../webhook/webhooks-of-events.ts';
import { submissionRow, type Submission } from './submission.ts';

/**
 * Inserts the emails as `queued`, or `scheduled` when they have a time, each with its first event. Many cost little more than
 * one.
 *
 * @returns the endpoints that have a new webhook; null when there are none.
 */
export async function insertEmails(
  database: Pick<Statements, '$queryRaw'>,
  submissions: readonly Submission[],
): Promise<string[] | null> {
  const [written] = await runPrepared<{ readonly webhooks: string[] | null }>(database, statementFor(submissions));
  return written?.webhooks ?? null;
}

/** A differently named prepared statement for each combination of extras. */
function statementFor(submissions: readonly Submission[]): Prisma.Sql {
  const tags = submissions.some((submission) => submission.tags.length > 0) ? TAGS : NONE;
  const attachments = submissions.some((submission) => submission.attachments.length > 0) ? ATTACHMENTS : NONE;
  const schedule = submissions.some((submission) => submission.scheduledAt !== null) ? SCHEDULE : NONE;
  return Prisma.sql`
  -- prepared: insert_emails${Prisma.raw(tags.name + attachments.name + schedule.name)}
  WITH submission AS (
    SELECT *, CASE WHEN "scheduledAt" IS NULL THEN 'queued' ELSE 'scheduled' END AS status
    FROM json_to_recordset(${JSON.stringify(submissions.map(submissionRow))}::json) AS s(
      id uuid, "apiKeyId" uuid, mode "Mode", "createdAt" timestamptz, "messageId" text, "from" text, "fromAddress" text,
      "to" text[], cc text[], bcc text[], "replyTo" text[], subject text, html text, text text, headers jsonb,
      "scheduledAt" timestamptz, recipients json, tags json, attachments json,
      traceparent text, "messageHash" text, "envelopeSender" text, "envelopeRecipients" text[], "partsPending" boolean
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
    INSERT INTO "EmailContent" ("emailId", html, text, "messageHash", "envelopeSender", "envelopeRecipients", "partsPending")
    SELECT id, html, text, decode("messageHash", 'hex'), "envelopeSender", "envelopeRecipients", "partsPending" FROM submission
  ), recipient AS (
    INSERT INTO "EmailRecipient" ("emailId", address, kind)
    SELECT submission.id, r.address, r.kind
    FROM submission, json_to_recordset(submission.recipients) AS r(address text, kind "RecipientKind")
  ), event AS (
    INSERT INTO "EmailEvent" ("emailId", n, type) SELECT id, 1, status::"EmailEventType" FROM submission
  )${tags.sql}${attachments.sql}${schedule.sql}
  SELECT ${schedule.answer} AS webhooks`;
}

/** Data that only some emails have. Including all of it always would cost a third of the time of a plain email. */
interface Extra {
  /** Part of the name of the prepared statement. */
  readonly name: string;
  /** Further statements of the `WITH`. */
  readonly sql: Prisma.Sql;
}

const NONE = { name: '', sql: Prisma.empty, answer: Prisma.sql`NULL::text[]` } as const;

const TAGS: Extra = {
  name: '_tags',
  sql: Prisma.sql`, tag AS (
    INSERT INTO "EmailTag" ("emailId", position, name, value)
    SELECT submission.id, t.position, t.name, t.value
    FROM submission, json_to_recordset(submission.tags) AS t(position int, name text, value text)
  )`,
};

const ATTACHMENTS: Extra = {
  name: '_attachments',
  sql: Prisma.sql`, attachment AS (
    INSERT INTO "Attachment" (id, "emailId", position, filename, "contentType", "contentId", url, size, sha256)
    SELECT a.id, submission.id, a.position, a.filename, a."contentType", a."contentId", a.url, a.size, decode(a.sha256, 'hex')
    FROM submission, json_to_recordset(submission.attachments) AS a(
      id uuid, position int, filename text, "contentType" text, "contentId" text, url text, size int, sha256 text
    )
  )`,
};

/** The only first event that endpoints can subscribe to. */
const SCHEDULED = Prisma.sql`(
  SELECT id AS "emailId", 'scheduled' AS type, now() AS at, '{}'::jsonb AS data, submission.* FROM submission
  WHERE status = 'scheduled'
) AS event`;

/** Reads from the parameters, since the statement does not see the rows that it inserts. */
const EMAIL = Prisma.sql`
  SELECT event.id, event."messageId", event."createdAt", event."from", event."to", event.subject,
    (SELECT jsonb_object_agg(tag.name, tag.value) FROM json_to_recordset(event.tags) AS tag(name text, value text)) AS tags`;

const SCHEDULE = {
  name: '_schedule',
  sql: Prisma.sql`, webhook AS (${webhooksOfEvents({ events: SCHEDULED, email: EMAIL, mode: Prisma.sql`event.mode` })})`,
  answer: Prisma.sql`(${WRITTEN_WEBHOOKS})`,
} as const;
