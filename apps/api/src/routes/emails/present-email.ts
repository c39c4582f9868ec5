/** Converts emails from database rows to the wire format. */
import { isTestAddress } from '@sendoff/core';
import type { EmailDetail, EmailSummary, Trouble } from '@sendoff/db';
import type { Email, EmailListItem } from './email-schema.ts';
import { explainFailure } from './explain-failure.ts';
import { explainWaiting } from './explain-waiting.ts';
import { presentReply } from './present-reply.ts';
import { wireTime } from './wire-time.ts';

/** An email in a list. */
export const presentListItem = (email: EmailSummary): EmailListItem => presentSummary(email, email.trouble);

function presentSummary(
  email: Omit<EmailSummary, 'trouble'>,
  { lastAttempt, recipients, recipientCount }: Trouble,
): EmailListItem {
  const { status, mode, nextAttemptAt, postponedReason, attemptCount, lastCause } = email;
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
    // An email without events has been accepted and nothing more.
    last_event: email.lastEvent ?? 'queued',
    status,
    attempts: attemptCount,
    mode,
    waiting: explainWaiting({ status, nextAttemptAt, postponedReason, lastAttempt, recipients }),
    failure: explainFailure({ status, mode, attemptCount, lastCause, lastAttempt, recipients, recipientCount }),
  };
}

/** One email with all fields. */
export function presentEmail(email: EmailDetail): Email {
  const { attempts, recipients, ...record } = email;
  return {
    object: 'email',
    ...presentSummary(record, { lastAttempt: attempts[0], recipients, recipientCount: recipients.length }),
    html: email.content?.html ?? null,
    text: email.content?.text ?? null,
    tags: email.tags.map(({ name, value }) => ({ name, value })),
    content_expired: email.content === null,
    recipients: recipients.map((recipient) => presentRecipient(recipient, email.mode)),
  };
}

function presentRecipient(recipient: EmailDetail['recipients'][number], mode: EmailDetail['mode']): Email['recipients'][number] {
  const { address, kind, state } = recipient;
  const simulated = mode === 'test' || isTestAddress(address);
  return { address, kind, state, simulated, reply: presentReply(recipient), feedback: presentFeedback(recipient) };
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
