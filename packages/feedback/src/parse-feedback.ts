/** Parses a message to a return path: a delivery report, a complaint, or neither. */
import type { FeedbackReport, RecipientReport } from './feedback-report.ts';
import { isAutomatic, isAutoresponse } from './is-automatic.ts';
import { readComplaint, readOptOut } from './read-complaint.ts';
import { readDeliveryStatus, readWrittenStatus } from './read-delivery-status.ts';
import { readMail, type ReadMail } from './read-mail.ts';
import { readTextBounce } from './text/read-text-bounce.ts';
import { isServerText } from './text/server-words.ts';

/**
 * Parses a message. The decision is based on the structures of RFC 3464 and RFC 5965, automatic headers (RFC 3834), the null
 * sender and known phrases of mail servers, never on a subject or the name of a sender.
 *
 * @param sender the address of MAIL FROM, empty for the null sender; undefined if it is unknown and must not affect the result.
 * @returns what the message means. Never rejects: a message that cannot be parsed is `unrecognised`, with a reason.
 */
export async function parseFeedback(raw: Uint8Array, sender?: string): Promise<FeedbackReport> {
  try {
    return readReport(await readMail(raw), sender);
  } catch (error) {
    return { kind: 'unrecognised', reason: `invalid message: ${error instanceof Error ? error.message : 'unknown'}` };
  }
}

function readReport(mail: ReadMail, sender: string | undefined): FeedbackReport {
  const complaint = readComplaint(mail);
  if (complaint !== null) return complaint;
  const notified = readDeliveryStatus(mail).filter(({ addresses }) => addresses.length > 0);
  if (notified.length > 0) return { kind: 'delivery', recipients: notified };
  if (isAutoresponse(mail)) return { kind: 'automatic_reply' };
  // Bounces have the null sender (RFC 5321 section 4.5.5), which mail programs do not use.
  if (sender === undefined || sender === '') {
    const told = readWordsOfServer(mail);
    if (told.length > 0) return { kind: 'delivery', recipients: told };
  }
  const optOut = readOptOut(mail, sender);
  if (optOut !== null) return optOut;
  if (sender === '' || isAutomatic(mail)) return { kind: 'automatic_reply' };
  return { kind: 'unrecognised', reason: 'neither a delivery report nor a complaint' };
}

/** X-Failed-Recipients is the header of Exim, which Google and Mail.Ru write too. */
function readWordsOfServer(mail: ReadMail): RecipientReport[] {
  if (!mail.headers.has('x-failed-recipients') && !isServerText(mail.text)) return [];
  const written = readWrittenStatus(mail).filter(({ addresses }) => addresses.length > 0);
  return written.length > 0 ? written : readTextBounce(mail);
}
