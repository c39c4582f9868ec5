/** Complaints: reports of feedback loops (RFC 5965), and what some send in their place. */
import type { ComplaintReport } from './feedback-report.ts';
import { addressesIn } from './read-address.ts';
import { firstOf, readFieldBlocks, type Fields } from './read-fields.ts';
import type { ReadMail } from './read-mail.ts';

/**
 * Reports by which a recipient says that an email was not wanted: spam and phishing (RFC 5965 section 7.3), and the
 * opt-outs of the drafts before it, which loops still send. The others are findings of programs (`virus`,
 * `auth-failure`), say the opposite (`not-spam`) or nothing certain (`other`, and what is not registered).
 */
const UNWANTED: ReadonlySet<string> = new Set(['abuse', 'fraud', 'opt-out', 'opt-out-list']);

/** The complaint that a message reports; null when it reports none. */
export function readComplaint(mail: ReadMail): ComplaintReport | null {
  return readFeedbackLoop(mail) ?? readOutlookComplaint(mail);
}

function readFeedbackLoop({ parts }: ReadMail): ComplaintReport | null {
  const part = parts.find(({ type }) => type === 'message/feedback-report');
  if (part === undefined) return null;
  const fields = readFieldBlocks(part.content)[0] ?? new Map<string, string[]>();
  const feedbackType = (firstOf(fields, 'feedback-type') ?? 'abuse').toLowerCase();
  return complaint(feedbackType, addressesOf(fields, 'original-rcpt-to', 'removal-recipient'));
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
 * What mail programs send for "unsubscribe" to the address where they look for one. Only a subject tells, which bounces and
 * answers of machines repeat: to be read last, and never from a report, from what brings an email back, or from what says
 * that a machine wrote it (RFC 3834 section 5), as Apple's does too, under a header of its own.
 */
export function readOptOut({ headers, parts, subject }: ReadMail): ComplaintReport | null {
  if (parts.some(({ type }) => type.startsWith('message/'))) return null;
  const isAutomatic = (headers.get('auto-submitted') ?? []).some((value) => !/^\s*no\b/i.test(value));
  const isByHand = !isAutomatic || headers.has('x-apple-unsubscribe');
  return isByHand && /^\s*unsubscribe\b/i.test(subject) ? complaint('opt-out', []) : null;
}

const complaint = (feedbackType: string, addresses: readonly string[]): ComplaintReport => ({
  kind: 'complaint',
  feedbackType,
  isUnwanted: UNWANTED.has(feedbackType),
  addresses,
});

const addressesOf = (fields: Fields, ...names: readonly string[]): string[] => [
  ...new Set(names.flatMap((name) => (fields.get(name) ?? []).flatMap(addressesIn))),
];
