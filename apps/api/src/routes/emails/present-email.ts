/** From the tables to the wire. */
import type { EmailDetail, EmailSummary } from '@sendoff/db';
import type { Email, EmailListItem } from './email-schema.ts';
import { explainWaiting } from './explain-waiting.ts';
import { presentReply } from './present-reply.ts';
import { wireTime } from './wire-time.ts';

/** An email in a list. */
export function presentListItem(email: EmailSummary): EmailListItem {
  return {
    id: email.id,
    message_id: email.messageId,
    from: email.from,
    to: email.to,
    cc: email.cc,
    bcc: email.bcc,
    reply_to: email.replyTo,
    subject: email.subject,
    created_at: wireTime(email.createdAt),
    scheduled_at: email.scheduledAt === null ? null : wireTime(email.scheduledAt),
    // An email without an event has only been accepted.
    last_event: email.lastEvent ?? 'queued',
    status: email.status,
    attempts: email.attemptCount,
  };
}

/** One email with everything. */
export function presentEmail(email: EmailDetail): Email {
  const { attempts: _, ...record } = email;
  return {
    object: 'email',
    ...presentListItem(record),
    html: email.content?.html ?? null,
    text: email.content?.text ?? null,
    tags: email.tags.map(({ name, value }) => ({ name, value })),
    waiting: explainWaiting(email),
    recipients: email.recipients.map(presentRecipient),
  };
}

function presentRecipient(recipient: EmailDetail['recipients'][number]): Email['recipients'][number] {
  const { address, kind, state } = recipient;
  return { address, kind, state, reply: presentReply(recipient), feedback: presentFeedback(recipient) };
}

function presentFeedback({
  feedback,
  feedbackAt,
  feedbackCode,
  feedbackText,
}: EmailDetail['recipients'][number]): Email['recipients'][number]['feedback'] {
  if (feedback === null || feedbackAt === null) return null;
  return { type: feedback, created_at: wireTime(feedbackAt), enhanced_code: feedbackCode, text: feedbackText };
}
