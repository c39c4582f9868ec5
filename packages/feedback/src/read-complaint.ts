/** Parses complaints: reports of feedback loops (RFC 5965), and messages that some systems send instead. */
import type { ComplaintReport } from './feedback-report.ts';
import { isAutomatic } from './is-automatic.ts';
import { addressesIn } from './read-address.ts';
import { firstOf, readFieldBlocks, type Fields } from './read-fields.ts';
import type { ReadMail } from './read-mail.ts';

/**
 * Feedback types by which a recipient does not want the email: spam and phishing (RFC 5965 section 7.3), and the opt-out types of
 * earlier drafts, which loops still send. Other types are findings of programs (`virus`, `auth-failure`), the opposite
 * (`not-spam`), or uncertain (`other` and unregistered types).
 */
const UNWANTED: ReadonlySet<string> = new Set(['abuse', 'fraud', 'opt-out', 'opt-out-list']);

/** Redacted addresses that can be recognized (RFC 6590). If only the local part is scrambled, the domain remains. */
const REDACTED = /redacted|^(?:x{3,}|\*+)@/;

/** The complaint in a message; null if it has none. */
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

/** The Junk Mail Reporting Program of Outlook.com (JMRP) attaches the message and adds the recipient to its header. */
function readOutlookComplaint({ parts }: ReadMail): ComplaintReport | null {
  for (const { type, content } of parts) {
    if (type !== 'message/rfc822') continue;
    const recipients = addressesOf(readFieldBlocks(content)[0] ?? new Map(), 'x-hmxmroriginalrecipient');
    if (recipients.length > 0) return complaint('abuse', recipients);
  }
  return null;
}

/**
 * Recognizes the message that mail programs send to unsubscribe. Apple Mail marks it with a header. Otherwise the whole message
 * must be that word: automatic and personal replies repeat a subject that begins with it.
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
