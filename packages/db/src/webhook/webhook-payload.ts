/**
 * The bodies that endpoints get, as SQL: they are made where the event is written, of the rows as they are then, and
 * never again. What reads them is the code of other people, so their form only grows; a change that could break a
 * reader raises the version.
 */
import { Prisma } from '../generated/client.ts';

/** Which form of the bodies this release writes. */
export const PAYLOAD_VERSION = 1;

/** ISO 8601 with milliseconds, in UTC. */
export const iso = (time: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`to_char(${time} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** What the body says of an email, from a row `email` that a statement has found in its table. */
const EMAIL_OF_RECORD = Prisma.sql`
  SELECT email.id, email."messageId", email."createdAt", email."from", email."to", email.subject,
    (SELECT jsonb_object_agg(name, value) FROM "EmailTag" WHERE "emailId" = email.id) AS tags
  FROM "EmailRecord" AS email WHERE email.id = event."emailId"`;

/**
 * The body of an event of an email, a text, for a row `event` with `"emailId"`, `type`, `at` and `data`, the columns of
 * `EmailEvent`. What has no value is left out.
 *
 * @param email a query for what is said of the email, which may refer to `event`; its row of the table when left out.
 */
export const emailPayload = (email: Prisma.Sql = EMAIL_OF_RECORD): Prisma.Sql => Prisma.sql`
  json_strip_nulls(json_build_object(
    'type', 'email.' || event.type,
    'created_at', ${iso(Prisma.sql`event.at`)},
    'data', (
      SELECT json_build_object(
        'email_id', email.id,
        'message_id', email."messageId",
        'created_at', ${iso(Prisma.sql`email."createdAt"`)},
        'from', email."from",
        'to', email."to",
        'subject', email.subject,
        'tags', coalesce(email.tags, '{}'),
        'recipient', event.data ->> 'recipient',
        'bounce', CASE event.type WHEN 'bounced' THEN ${BOUNCE} END,
        'failed', CASE event.type WHEN 'failed' THEN ${FAILED} END,
        'suppressed', CASE event.type WHEN 'suppressed' THEN ${SUPPRESSED} END
      ) FROM (${email}) AS email
    )
  ))::text`;

/** In the words of Resend, which are those of Amazon SES. What came by SMTP or by a DSN names its cause by our own word. */
const BOUNCE = Prisma.sql`json_build_object(
  'type', CASE WHEN event.data ->> 'reason' IN ('mailbox_full', 'message_too_large', 'spam', 'blocked', 'policy', 'forward_failed')
    THEN 'Transient' ELSE 'Permanent' END,
  'subType', CASE event.data ->> 'reason'
    WHEN 'mailbox_full' THEN 'MailboxFull' WHEN 'message_too_large' THEN 'MessageTooLarge'
    WHEN 'spam' THEN 'ContentRejected' WHEN 'blocked' THEN 'ContentRejected' WHEN 'policy' THEN 'ContentRejected'
    ELSE 'General' END,
  'message', coalesce(event.data ->> 'replyText', 'The server of the recipient refused the email for good.'),
  'diagnosticCode', CASE WHEN event.data ->> 'replyText' IS NULL THEN '[]'::json ELSE
    json_build_array(concat_ws(' ', 'smtp;', event.data ->> 'replyCode', event.data ->> 'replyText')) END
)`;

const FAILED = Prisma.sql`json_build_object('reason', coalesce(event.data ->> 'reason', event.data ->> 'cause', 'unknown'))`;

const SUPPRESSED = Prisma.sql`json_build_object(
  'message', coalesce(event.data ->> 'replyText', CASE WHEN event.data ->> 'recipient' IS NULL
    THEN 'Every recipient is on the suppression list, so the email was not sent.'
    ELSE 'The recipient is on the suppression list, so the email was not sent to it.' END),
  'type', 'OnAccountSuppressionList',
  'reason', coalesce(event.data ->> 'reason', 'suppressed')
)`;
