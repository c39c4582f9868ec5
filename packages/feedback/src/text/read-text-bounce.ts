/** Reports in words: what qmail, Exim, Exchange and others write in place of a notification that programs can read. */
import { describeReply } from '../describe-reply.ts';
import type { RecipientReport } from '../feedback-report.ts';
import { addressesIn, readAddress } from '../read-address.ts';
import type { ReadMail } from '../read-mail.ts';
import { beforeOriginal } from './before-original.ts';
import { readSections } from './read-sections.ts';
import { recipientsNamedIn } from './recipient-forms.ts';

/** Addresses that programs write from and to, and that are no recipients. */
const OF_PROGRAMS = /^(?:mailer-daemon|postmaster|mail-daemon|no-?reply|root|abuse)@/;
/** Recipients of one email at most; a text that seems to name more is no report. */
const MOST_RECIPIENTS = 50;

/** Whom a message in words says that it could not deliver to; empty where it is no such message. */
export function readTextBounce(mail: ReadMail): RecipientReport[] {
  if (!isBounce(mail)) return [];
  const words = beforeOriginal(mail.text);
  const recipients = findRecipients(mail, words).slice(0, MOST_RECIPIENTS);
  const action = isDelay(mail.subject, words) ? ('delayed' as const) : ('failed' as const);
  if (recipients.length === 0) {
    return [{ addresses: [], action, ...describeReply({ ...NOTHING, words }) }];
  }
  const sections = readSections(mail.text, recipients);
  return recipients.map((address) => ({
    addresses: [address],
    action,
    ...describeReply({ ...NOTHING, lines: sections.about([address]), words: recipients.length === 1 ? words : null }),
  }));
}

const NOTHING = { status: null, diagnostic: null, lines: null };

function findRecipients({ headers }: ReadMail, words: string): string[] {
  const listed = (headers.get('x-failed-recipients') ?? []).flatMap(addressesIn);
  if (listed.length > 0) return [...new Set(listed)];
  const named = recipientsNamedIn(words).flatMap((text) => readAddress(text) ?? []);
  // Whoever the report is from and to is not who it is about, unless nobody else is.
  const own = new Set(
    ['from', 'to', 'return-path', 'reply-to', 'delivered-to'].flatMap((name) => (headers.get(name) ?? []).flatMap(addressesIn)),
  );
  const isOther = (address: string): boolean => !OF_PROGRAMS.test(address) && !own.has(address);
  const others = [...new Set(named)].filter(isOther);
  if (named.length > 0) return others.length > 0 ? others : [...new Set(named)];
  return addressesIn(words).filter(isOther).slice(0, 1);
}

/** The sender of bounces, or words that only a bounce begins with. */
function isBounce({ headers, subject, text }: ReadMail): boolean {
  const from = (headers.get('from') ?? []).join(' ');
  return (
    headers.has('x-failed-recipients') ||
    /mailer-?daemon|post_?master|mail (?:delivery|deliver|administrator|system)|delivery (?:sub)?system|mdaemon/i.test(from) ||
    /undeliver|deliver(?:y|ed)?\b.{0,40}\b(?:fail|error|problem|status|notif|unable|delay)|fail(?:ed|ure)\b.{0,40}\b(?:deliver|notice|notif)|returned mail|mail (?:error|failure)|could not be delivered|error sending|rejected|nondeliver|non-deliver/i.test(
      subject,
    ) ||
    /(?:could not|couldn.t|cannot|unable to|not able to|wasn.t able to|was not|wasn.t|trouble) (?:be )?deliver/i.test(
      text.slice(0, 4000),
    )
  );
}

/** Whether the server goes on trying (RFC 3464: `Action: delayed`). */
function isDelay(subject: string, words: string): boolean {
  const text = words.slice(0, 4000);
  if (
    /given? up|giving up|permanent(?:ly)?|no further|will not be retried|could not be delivered within|returned to you/i.test(
      text,
    )
  )
    return false;
  return (
    /\b(?:delayed|delay|warning)\b/i.test(subject) ||
    /has not (?:yet )?been delivered|will (?:continue to )?(?:retry|try again|be retried|keep trying)|still (?:being )?(?:trying|retried)|do not need to resend|no action is required/i.test(
      text,
    )
  );
}
