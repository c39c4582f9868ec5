/** Reports in words: what qmail, Exim, Exchange and others write in place of a notification that programs can read. */
import { describeReply } from '../describe-reply.ts';
import type { RecipientReport } from '../feedback-report.ts';
import { addressesIn, readAddress } from '../read-address.ts';
import type { ReadMail } from '../read-mail.ts';
import { beforeOriginal } from './before-original.ts';
import { isDelay } from './is-delay.ts';
import { readSections } from './read-sections.ts';
import { recipientsNamedIn } from './recipient-forms.ts';

/** Addresses that programs write from and to, and that are no recipients. */
const OF_PROGRAMS = /^(?:mailer-daemon|postmaster|mail-daemon|no-?reply|root|abuse)@/;
/** Recipients of one email at most; a text that seems to name more is no report. */
const MAX_RECIPIENTS = 50;

/** Whom the words of a server say that it could not deliver to; one without addresses where they name nobody. */
export function readTextBounce(mail: ReadMail): RecipientReport[] {
  const words = beforeOriginal(mail.text);
  const recipients = findRecipients(mail, words).slice(0, MAX_RECIPIENTS);
  const action = isDelay(words) ? ('delayed' as const) : ('failed' as const);
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
