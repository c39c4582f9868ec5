/** Why an email did not reach all its recipients. */
import type { EmailSummary, LastAttempt, TroubledRecipient } from '@sendoff/db';
import type { Email } from './email-schema.ts';
import { quoteReply } from './quote-reply.ts';

/** What is known about an email that may have failed. */
export type FailedEmail = Pick<EmailSummary, 'status' | 'mode' | 'attemptCount' | 'lastCause'> & {
  readonly lastAttempt: LastAttempt | undefined;
  /** Includes every recipient known not to have received the email; may include others. */
  readonly recipients: readonly TroubledRecipient[];
  /** How many recipients the email has. */
  readonly recipientCount: number;
};

/** The reason, quoting the last reply; null if no recipient is known to have missed the email. */
export function explainFailure(email: FailedEmail): Email['failure'] {
  const reason = reasonOf(email);
  return reason === null ? null : { reason };
}

function reasonOf(email: FailedEmail): string | null {
  switch (email.status) {
    case 'failed':
      return reasonOfGivingUp(email);
    case 'bounced':
      return named('bounced', refusalOf(email));
    case 'suppressed':
      return email.mode === 'live' ? 'every recipient is on the suppression list' : 'simulated: every recipient is suppressed';
    case 'sent':
    case 'deferred':
      return reasonOfSome(email);
    case 'scheduled':
    case 'queued':
    case 'sending':
    case 'in_doubt':
    case 'canceled':
      return null;
  }
}

/** `gave up after 3 attempts; last reply 451 4.7.1 Try again`, or why it was never attempted. */
function reasonOfGivingUp({ attemptCount, lastCause, lastAttempt, recipients }: FailedEmail): string {
  if (lastCause === 'resolved') return 'given up by a person: unknown whether it was sent';
  if (lastAttempt === undefined) return 'given up';
  if (lastAttempt.outcome === 'failed') return named(lastAttempt.reason ?? 'failed', lastAttempt);
  const replied = [lastAttempt, ...recipients.filter(({ state }) => state === 'failed')].find(
    ({ replyCode }) => replyCode !== null,
  );
  const lastly =
    replied !== undefined
      ? `last reply ${quoteReply(replied)}`
      : lastAttempt.outcome === 'in_doubt'
        ? `no reply was recorded (${lastAttempt.reason ?? 'in_doubt'})`
        : named(lastAttempt.reason ?? 'no reply', lastAttempt);
  return `gave up after ${attemptCount === 1 ? '1 attempt' : `${String(attemptCount)} attempts`}; ${lastly}`;
}

/** The last attempt if it has a reply, otherwise the first rejected recipient. */
function refusalOf({ lastAttempt, recipients }: FailedEmail): LastAttempt | undefined {
  if (lastAttempt !== undefined && lastAttempt.replyCode !== null) return lastAttempt;
  const refused = recipients.find(({ state, replyCode }) => state === 'bounced' && replyCode !== null);
  return refused === undefined ? lastAttempt : { ...refused, outcome: 'bounced', reason: lastAttempt?.reason ?? null };
}

/** For an email that some recipients got or may still get: how many did not, and why for the first of them. */
function reasonOfSome({ recipients, recipientCount }: FailedEmail): string | null {
  const left = recipients.filter(({ state, feedback }) => LEFT.has(state) || feedback === 'bounced');
  const [first] = left;
  if (first === undefined) return null;
  const what = LEFT.has(first.state) ? first.state : 'bounced after it was sent';
  const words = LEFT.has(first.state) ? quoteReply(first) : quoteReport(first);
  const who =
    recipientCount > 1 ? [`${String(left.length)} of ${String(recipientCount)} recipients did not get it`, first.address] : [];
  return [...who, what, ...(words === '' ? [] : [words])].join(': ');
}

const LEFT: ReadonlySet<TroubledRecipient['state']> = new Set(['bounced', 'failed', 'suppressed']);

const quoteReport = ({ feedbackCode, feedbackText }: TroubledRecipient): string =>
  quoteReply({ replyCode: null, enhancedCode: feedbackCode, replyText: feedbackText });

/** The reason code, followed by the reply if there is one. */
function named(cause: string, refusal: LastAttempt | undefined): string {
  const words = refusal === undefined ? '' : quoteReply(refusal);
  return words === '' ? (refusal?.reason ?? cause) : `${refusal?.reason ?? cause}: ${words}`;
}
