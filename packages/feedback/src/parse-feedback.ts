/** Reads a message that came back: a delivery report, a complaint, or neither. */
import type { FeedbackReport } from './feedback-report.ts';
import { readComplaint, readOptOut } from './read-complaint.ts';
import { readDeliveryStatus } from './read-delivery-status.ts';
import { readMail, type ReadMail } from './read-mail.ts';
import { readTextBounce } from './text/read-text-bounce.ts';

/** Reads one. Never rejects: what cannot be read is `unrecognised`, with a reason. */
export async function parseFeedback(raw: Uint8Array): Promise<FeedbackReport> {
  try {
    return readReport(await readMail(raw));
  } catch (error) {
    return { kind: 'unrecognised', reason: `not readable as a message: ${error instanceof Error ? error.message : 'unknown'}` };
  }
}

function readReport(mail: ReadMail): FeedbackReport {
  const complaint = readComplaint(mail);
  if (complaint !== null) return complaint;
  const notified = readDeliveryStatus(mail);
  const named = notified.filter(({ addresses }) => addresses.length > 0);
  if (named.length > 0) return { kind: 'delivery', recipients: named };
  if (isAutomaticReply(mail)) return { kind: 'automatic_reply' };
  const told = readTextBounce(mail);
  if (told.length > 0) return { kind: 'delivery', recipients: told };
  const optOut = readOptOut(mail);
  if (optOut !== null) return optOut;
  return { kind: 'unrecognised', reason: 'neither a delivery report nor a complaint' };
}

/** RFC 3834, and what programs sent before it. Bounces say `auto-replied` too, so the word alone does not do. */
function isAutomaticReply({ headers, subject }: ReadMail): boolean {
  if (headers.has('x-failed-recipients')) return false;
  const answers = (headers.get('auto-submitted') ?? []).some((value) => /auto-(?:replied|generated)/i.test(value));
  const says =
    /out of (?:the )?office|auto(?:matic)?[- ]?(?:reply|response)|vacation|away from|abwesen|réponse automatique/i.test(subject);
  const old = ['x-autoreply', 'x-autorespond', 'x-vacation'].some((name) => headers.has(name));
  return old || says || (answers && headers.has('in-reply-to') && /^(?:re|auto)\b/i.test(subject));
}
