/** Keeps emails: the moment from which Sendoff answers for them. */
import { createHash } from 'node:crypto';
import type { Database } from '../database.ts';
import { Prisma } from '../generated/client.ts';
import { newId } from '../new-id.ts';

/** One email to be kept, checked and complete. */
export interface Submission {
  /** A UUIDv7 made by the caller. */
  readonly id: string;
  readonly apiKeyId: string | null;
  readonly mode: 'live' | 'test';
  readonly messageId: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly replyTo: readonly string[];
  readonly subject: string;
  readonly html: string | null;
  readonly text: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly tags: readonly { readonly name: string; readonly value: string }[];
  readonly scheduledAt: Date | null;
  /** Each address once, in lower case. */
  readonly recipients: readonly { readonly address: string; readonly kind: 'to' | 'cc' | 'bcc' }[];
  readonly attachments: readonly SubmittedAttachment[];
}

/** A file of a {@link Submission}. */
export interface SubmittedAttachment {
  readonly filename: string;
  readonly contentType: string | null;
  readonly contentId: string | null;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * Commits the emails in one transaction: all of them or none. They are then `queued`, or `scheduled`
 * when they have a time, each with its first event.
 *
 * Everything but the bytes of attachments goes in as one JSON parameter and one statement, so that
 * keeping many emails costs about what keeping one does.
 */
export async function acceptSubmissions(database: Database, submissions: readonly Submission[]): Promise<void> {
  const emails = insertEmails(database, submissions);
  const attachments = submissions.flatMap(({ id, attachments }) => attachmentRows(id, attachments));
  if (attachments.length === 0) {
    await emails;
  } else {
    await database.$transaction([
      emails,
      ...attachments.map(({ sha256, bytes }) => insertAttachmentContent(database, sha256, bytes)),
      database.attachment.createMany({ data: attachments.map(({ bytes: _, ...row }) => row) }),
    ]);
  }
}

const insertEmails = (database: Database, submissions: readonly Submission[]) => database.$executeRaw`
  WITH submission AS (
    SELECT *, CASE WHEN "scheduledAt" IS NULL THEN 'queued' ELSE 'scheduled' END AS status
    FROM json_to_recordset(${JSON.stringify(submissions.map(withoutBytes))}::json) AS s(
      id uuid, "apiKeyId" uuid, mode "Mode", "messageId" text, "from" text, "to" text[], cc text[], bcc text[], "replyTo" text[],
      subject text, html text, text text, headers jsonb, tags jsonb, "scheduledAt" timestamptz, recipients json
    )
  ), record AS (
    INSERT INTO "EmailRecord" (
      id, "apiKeyId", mode, status, "scheduledAt", "nextAttemptAt", "eventCount", "messageId",
      "from", "to", cc, bcc, "replyTo", subject, headers, tags
    )
    SELECT id, "apiKeyId", mode, status::"EmailStatus", "scheduledAt", coalesce("scheduledAt", now()), 1, "messageId",
      "from", "to", cc, bcc, "replyTo", subject, headers, tags
    FROM submission
  ), content AS (
    INSERT INTO "EmailContent" ("emailId", html, text) SELECT id, html, text FROM submission
  ), recipient AS (
    INSERT INTO "EmailRecipient" ("emailId", address, kind)
    SELECT id, r.address, r.kind
    FROM submission, json_to_recordset(submission.recipients) AS r(address text, kind "RecipientKind")
  )
  INSERT INTO "EmailEvent" ("emailId", n, type) SELECT id, 1, status::"EmailEventType" FROM submission`;

const withoutBytes = ({ attachments: _, ...rest }: Submission) => rest;

/** The same bytes may be there already, or be coming with another request: either way they are kept once. */
const insertAttachmentContent = (database: Database, sha256: Uint8Array<ArrayBuffer>, bytes: Uint8Array<ArrayBuffer>) =>
  database.$executeRaw(Prisma.sql`
    INSERT INTO "AttachmentContent" (sha256, bytes) VALUES (${sha256}, ${bytes}) ON CONFLICT (sha256) DO NOTHING`);

function attachmentRows(emailId: string, attachments: readonly SubmittedAttachment[]) {
  return attachments.map((attachment, position) => ({
    id: newId(),
    emailId,
    position,
    ...attachment,
    sha256: new Uint8Array(createHash('sha256').update(attachment.bytes).digest()),
  }));
}
