/** Builds the email to store from a request. */
import { timeOfId, type Mode, type Submission } from '@sendoff/db';
import { messageIdFor } from '@sendoff/mail/message';
import type { EmailBody } from './email-body.ts';
import { readAddresses } from './fields/read-addresses.ts';
import { readAttachments } from './attachments/read-attachments.ts';
import { readContent, type WrittenContent } from './fields/read-content.ts';
import { readHeaders } from './fields/read-headers.ts';
import { readScheduledAt } from './times/read-scheduled-at.ts';
import { readSender } from './fields/read-sender.ts';
import { readSubject } from './fields/read-subject.ts';
import { readTags } from './fields/read-tags.ts';

/** What is known about an email from outside its body. */
export interface SubmissionContext {
  /** A new UUIDv7. Relative times of `scheduled_at` start at its time. */
  readonly id: string;
  /** The key of the request; null at the command line. */
  readonly apiKeyId: string | null;
  readonly mode: Mode;
  /** The sender of an email without `from`. */
  readonly defaultFrom: string | undefined;
}

/** An email that can be stored once a missing text was generated (`completeTexts`). */
export type BuiltSubmission = Omit<Submission, 'text'> & Pick<WrittenContent, 'text'>;

/**
 * Checks all fields and completes missing ones. Nothing is dropped or guessed, except unambiguous variants that released clients
 * send; docs/errors.md lists them.
 *
 * @throws {SendoffError} with the field, what is wrong and what is expected.
 */
export function buildSubmission(body: EmailBody, context: SubmissionContext): BuiltSubmission {
  const { from, fromAddress } = readSender(body.from ?? context.defaultFrom);
  const { to, cc, bcc, replyTo, recipients } = readAddresses(body);
  const own = readHeaders(body.headers, { hasFrom: body.from !== undefined, replyTo, recipients });
  const subject = readSubject(body.subject);
  const { html, text } = readContent(body);
  const tags = readTags(body.tags ?? []);
  const scheduledAt = body.scheduled_at === undefined ? null : readScheduledAt(body.scheduled_at, timeOfId(context.id));
  const attachments = readAttachments(body.attachments ?? []);

  return {
    id: context.id,
    apiKeyId: context.apiKeyId,
    mode: context.mode,
    messageId: own.messageId ?? messageIdFor(context.id, fromAddress),
    from,
    fromAddress,
    to,
    cc,
    bcc,
    replyTo: replyTo.length > 0 ? replyTo : own.replyTo,
    recipients,
    subject,
    html,
    text,
    headers: own.headers,
    tags,
    scheduledAt,
    attachments,
  };
}
