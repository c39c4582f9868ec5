/** Why an email waits. */
import type { EmailDetail } from '@sendoff/db';
import type { Email } from './email-schema.ts';
import { wireTime } from './wire-time.ts';

type Waiting = Email['waiting'];
type WaitingEmail = Pick<EmailDetail, 'status' | 'nextAttemptAt' | 'putOffReason' | 'attempts' | 'recipients'>;

/** A reply as the tables hold it. */
interface StoredReply {
  readonly replyCode: number | null;
  readonly enhancedCode: string | null;
  readonly replyText: string | null;
}

/** The reason and the time of the next attempt, or null when the email does not wait. */
export function explainWaiting(email: WaitingEmail): Waiting {
  const waiting = (reason: string): Waiting => ({
    reason,
    next_attempt_at: email.nextAttemptAt === null ? null : wireTime(email.nextAttemptAt),
  });
  switch (email.status) {
    case 'scheduled':
    case 'queued':
      return waiting(email.putOffReason ?? email.status);
    case 'deferred':
      return waiting(email.putOffReason ?? reasonOfLastAttempt(email));
    case 'in_doubt':
      return waiting('in_doubt: the relay may have taken it and gave no reply; it is held for a person to decide');
    case 'sending':
    case 'sent':
    case 'bounced':
    case 'failed':
    case 'suppressed':
    case 'canceled':
      return null;
  }
}

/** The word for the cause and the reply behind it: of the attempt, or else of the first recipient that it put off. */
function reasonOfLastAttempt({ attempts: [last], recipients }: WaitingEmail): string {
  const deferred = recipients.find(({ state, replyCode }) => state === 'deferred' && replyCode !== null);
  const reply = last !== undefined && last.replyCode !== null ? last : deferred;
  return [last?.reason ?? 'deferred', ...(reply === undefined ? [] : [quote(reply)])].join(': ');
}

/** The reply on one line, its enhanced code named once. */
function quote({ replyCode, enhancedCode, replyText }: StoredReply): string {
  const text = (replyText ?? '').replaceAll(/\s+/g, ' ').trim();
  const enhanced = enhancedCode !== null && !text.startsWith(enhancedCode) ? enhancedCode : '';
  return [String(replyCode), enhanced, text].filter((part) => part !== '').join(' ');
}
