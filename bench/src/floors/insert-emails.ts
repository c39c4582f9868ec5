/**
 * The minimal cost of storing emails: one prepared statement of the plain driver that writes the same rows as the API. These emails
 * have no tags or attachments, so there are no rows for them.
 */
import type { Submission } from '@sendoff/db';
import type pg from 'pg';

const STATEMENT = `
  WITH submission AS MATERIALIZED (
    SELECT * FROM json_to_recordset($1::json) AS s(
      id uuid, "apiKeyId" uuid, "createdAt" timestamptz, "messageId" text, "from" text, "fromAddress" text,
      "to" text[], cc text[], bcc text[], "replyTo" text[], subject text, html text, text text, headers jsonb,
      address text
    )
  ), record AS (
    INSERT INTO "EmailRecord" (
      id, "apiKeyId", mode, status, "createdAt", "nextAttemptAt", "eventCount", "messageId",
      "from", "fromAddress", "to", cc, bcc, "replyTo", subject, headers
    )
    SELECT id, "apiKeyId", 'live', 'queued', "createdAt", now(), 1, "messageId",
      "from", "fromAddress", "to", cc, bcc, "replyTo", subject, headers
    FROM submission
  ), content AS (
    INSERT INTO "EmailContent" ("emailId", html, text) SELECT id, html, text FROM submission
  ), recipient AS (
    INSERT INTO "EmailRecipient" ("emailId", address, kind) SELECT id, address, 'to' FROM submission
  )
  INSERT INTO "EmailEvent" ("emailId", n, type) SELECT id, 1, 'queued' FROM submission`;

/** Stores emails with one recipient each in one transaction. */
export async function insertEmails(pool: pg.Pool, submissions: readonly Submission[]): Promise<void> {
  const createdAt = new Date();
  const rows = submissions.map((submission) => ({
    id: submission.id,
    apiKeyId: submission.apiKeyId,
    createdAt,
    messageId: submission.messageId,
    from: submission.from,
    fromAddress: submission.fromAddress,
    to: submission.to,
    cc: submission.cc,
    bcc: submission.bcc,
    replyTo: submission.replyTo,
    subject: submission.subject,
    html: submission.html,
    text: submission.text,
    headers: submission.headers,
    address: submission.recipients[0]?.address,
  }));
  await pool.query({ name: 'insert', text: STATEMENT, values: [JSON.stringify(rows)] });
}
