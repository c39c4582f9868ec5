/** From an email as a client wrote it to one that can be kept. */
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

/** What an email does not say about itself. */
export interface SubmissionContext {
  /** A new UUIDv7. Its time is the one that `scheduled_at` is counted from. */
  readonly id: string;
  /** The key that it came with; null when it came from the command line. */
  readonly apiKeyId: string | null;
  readonly mode: Mode;
  /** The sender of an email that names none. */
  readonly defaultFrom: string | undefined;
}

/** An email that can be kept once its text is made, where it has none (`completeTexts`). */
export type BuiltSubmission = Omit<Submission, 'text'> & Pick<WrittenContent, 'text'>;

/**
 * Checks everything and completes what is left out. Nothing is dropped and nothing is guessed, apart from what released
 * clients send with a plain meaning; docs/errors.md lists it.
 *
 * @throws {SendoffError} naming the field, what is wrong with it, and what it must be.
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
