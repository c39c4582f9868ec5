/** Why an email waits. */
import type { EmailSummary, LastAttempt, TroubledRecipient } from '@sendoff/db';
import type { Email } from './email-schema.ts';
import { quoteReply } from './quote-reply.ts';
import { wireTime } from './wire-time.ts';

type Waiting = Email['waiting'];

/** What is known about an email that may wait. */
export type WaitingEmail = Pick<EmailSummary, 'status' | 'nextAttemptAt' | 'postponedReason'> & {
  readonly lastAttempt: LastAttempt | undefined;
  readonly recipients: readonly Pick<TroubledRecipient, 'state' | 'replyCode' | 'enhancedCode' | 'replyText'>[];
};

/** The reason and the time of the next attempt, or null when the email does not wait. */
export function explainWaiting(email: WaitingEmail): Waiting {
  const waiting = (reason: string): Waiting => ({
    reason,
    next_attempt_at: email.nextAttemptAt === null ? null : wireTime(email.nextAttemptAt),
  });
  switch (email.status) {
    case 'scheduled':
    case 'queued':
      return waiting(email.postponedReason ?? email.status);
    case 'deferred':
      return waiting(email.postponedReason ?? reasonOfLastAttempt(email));
    case 'in_doubt':
      return waiting('in_doubt: the relay may have accepted it but sent no reply; it is held until it is resolved');
    case 'sending':
    case 'sent':
    case 'bounced':
    case 'failed':
    case 'suppressed':
    case 'canceled':
      return null;
  }
}

/** The reason code and reply of the attempt, or the reply of the first deferred recipient. */
function reasonOfLastAttempt({ lastAttempt, recipients }: WaitingEmail): string {
  const deferred = recipients.find(({ state, replyCode }) => state === 'deferred' && replyCode !== null);
  const reply = lastAttempt !== undefined && lastAttempt.replyCode !== null ? lastAttempt : (deferred ?? lastAttempt);
  const words = reply === undefined ? '' : quoteReply(reply);
  return [lastAttempt?.reason ?? 'deferred', ...(words === '' ? [] : [words])].join(': ');
}
