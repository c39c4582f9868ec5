/** Why an email did not reach everybody. */
import type { EmailSummary, LastAttempt, TroubledRecipient } from '@sendoff/db';
import type { Email } from './email-schema.ts';
import { quoteReply } from './quote-reply.ts';

/** What is known about an email that may have failed. */
export type FailedEmail = Pick<EmailSummary, 'status' | 'mode' | 'attemptCount' | 'lastCause'> & {
  readonly lastAttempt: LastAttempt | undefined;
  /** Those that did not get it, as far as is known, and perhaps others. */
  readonly recipients: readonly TroubledRecipient[];
  /** How many recipients the email has. */
  readonly recipientCount: number;
};

/** The reason in words that quote the last reply; null where nobody is known to be left without the email. */
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

/** `gave up after 3 attempts; last reply 451 4.7.1 Try again`, or what kept it from being attempted at all. */
function reasonOfGivingUp({ attemptCount, lastCause, lastAttempt, recipients }: FailedEmail): string {
  if (lastCause === 'resolved') return 'given up by a person: nobody knew whether it was sent';
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

/** What the last attempt met, or else the first recipient that was refused. */
function refusalOf({ lastAttempt, recipients }: FailedEmail): LastAttempt | undefined {
  if (lastAttempt !== undefined && lastAttempt.replyCode !== null) return lastAttempt;
  const refused = recipients.find(({ state, replyCode }) => state === 'bounced' && replyCode !== null);
  return refused === undefined ? lastAttempt : { ...refused, outcome: 'bounced', reason: lastAttempt?.reason ?? null };
}

/** Of an email that others got, or may still get: what became of the first recipient that did not, and of how many. */
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

/** The word for the cause, and the words behind it where there are some. */
function named(cause: string, refusal: LastAttempt | undefined): string {
  const words = refusal === undefined ? '' : quoteReply(refusal);
  return words === '' ? (refusal?.reason ?? cause) : `${refusal?.reason ?? cause}: ${words}`;
}
