/**
 * Webhook payloads as SQL: created once, with the event, from the rows at that time. Customers parse them, so fields are only
 * added; a breaking change raises the version.
 */
import { Prisma } from '../generated/client.ts';

/** The payload version that this release writes. */
export const PAYLOAD_VERSION = 1;

/** ISO 8601 with milliseconds, in UTC. */
export const iso = (time: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`to_char(${time} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** The data of an email in a payload, read from its row. */
const EMAIL_OF_RECORD = Prisma.sql`
  SELECT email.id, email."messageId", email."createdAt", email."from", email."to", email.subject,
    (SELECT jsonb_object_agg(name, value) FROM "EmailTag" WHERE "emailId" = email.id) AS tags
  FROM "EmailRecord" AS email WHERE email.id = event."emailId"`;

/**
 * SQL for the payload of an email's event, as text, for a row `event` with the columns `"emailId"`, `type`, `at` and `data` of
 * `EmailEvent`. Null values are omitted.
 *
 * @param email a query for the data of the email, which may refer to `event`; by default it reads the row of the email.
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

/** Maps our bounce reasons to the types of Resend, which are those of Amazon SES. */
const BOUNCE = Prisma.sql`json_build_object(
  'type', CASE WHEN event.data ->> 'reason' IN ('mailbox_full', 'message_too_large', 'spam', 'blocked', 'policy', 'forward_failed')
    THEN 'Transient' ELSE 'Permanent' END,
  'subType', CASE event.data ->> 'reason'
    WHEN 'mailbox_full' THEN 'MailboxFull' WHEN 'message_too_large' THEN 'MessageTooLarge'
    WHEN 'spam' THEN 'ContentRejected' WHEN 'blocked' THEN 'ContentRejected' WHEN 'policy' THEN 'ContentRejected'
    ELSE 'General' END,
  'message', coalesce(event.data ->> 'replyText', 'The server of the recipient permanently rejected the email.'),
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
