/** Complaints: reports of feedback loops (RFC 5965), and what some send in their place. */
import type { ComplaintReport } from './feedback-report.ts';
import { isAutomatic } from './is-automatic.ts';
import { addressesIn } from './read-address.ts';
import { firstOf, readFieldBlocks, type Fields } from './read-fields.ts';
import type { ReadMail } from './read-mail.ts';

/**
 * Reports by which a recipient says that an email was not wanted: spam and phishing (RFC 5965 section 7.3), and the
 * opt-outs of the drafts before it, which loops still send. The others are findings of programs (`virus`,
 * `auth-failure`), say the opposite (`not-spam`) or nothing certain (`other`, and what is not registered).
 */
const UNWANTED: ReadonlySet<string> = new Set(['abuse', 'fraud', 'opt-out', 'opt-out-list']);

/** Addresses that are left out in a readable way (RFC 6590); where the local part is only scrambled, the domain still tells. */
const REDACTED = /redacted|^(?:x{3,}|\*+)@/;

/** The complaint that a message reports; null when it reports none. */
export function readComplaint(mail: ReadMail): ComplaintReport | null {
  return readFeedbackLoop(mail) ?? readOutlookComplaint(mail);
}

function readFeedbackLoop({ parts }: ReadMail): ComplaintReport | null {
  const part = parts.find(({ type }) => type === 'message/feedback-report');
  if (part === undefined) return null;
  const fields = readFieldBlocks(part.content)[0] ?? new Map<string, string[]>();
  const feedbackType = (firstOf(fields, 'feedback-type') ?? 'abuse').toLowerCase();
  const named = addressesOf(fields, 'original-rcpt-to', 'removal-recipient');
  return complaint(
    feedbackType,
    named.filter((address) => !REDACTED.test(address)),
  );
}

/** Outlook.com's programme (JMRP) attaches the message and adds the recipient to it. */
function readOutlookComplaint({ parts }: ReadMail): ComplaintReport | null {
  for (const { type, content } of parts) {
    if (type !== 'message/rfc822') continue;
    const recipients = addressesOf(readFieldBlocks(content)[0] ?? new Map(), 'x-hmxmroriginalrecipient');
    if (recipients.length > 0) return complaint('abuse', recipients);
  }
  return null;
}

/**
 * What mail programs send for "unsubscribe" to the address where they look for one. Apple's says so in a header. Of others it
 * is believed where the whole message is that word: a subject that begins with it is also what an answer repeats, by a
 * person or a machine.
 */
export function readOptOut(mail: ReadMail, sender: string | undefined): ComplaintReport | null {
  const { headers, parts, subject, text } = mail;
  const isApple = headers.has('x-apple-unsubscribe') && WORD.test(subject);
  const isAnswer = headers.has('in-reply-to') || headers.has('references') || sender === '' || isAutomatic(mail);
  const isWhole = !isAnswer && parts.length === 0 && WORD.test(subject) && (text.trim() === '' || WORD.test(text));
  return isApple || isWhole ? complaint('opt-out', []) : null;
}

const WORD = /^\s*unsubscribe[.!]?\s*$/i;

const complaint = (feedbackType: string, addresses: readonly string[]): ComplaintReport => ({
  kind: 'complaint',
  feedbackType,
  isUnwanted: UNWANTED.has(feedbackType),
  addresses,
});

const addressesOf = (fields: Fields, ...names: readonly string[]): string[] => [
  ...new Set(names.flatMap((name) => (fields.get(name) ?? []).flatMap(addressesIn))),
];
