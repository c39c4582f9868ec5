/** Parses free-text bounces, which qmail, Exim, Exchange and others write instead of a DSN. */
import { describeReply } from '../describe-reply.ts';
import type { RecipientReport } from '../feedback-report.ts';
import { addressesIn, readAddress } from '../read-address.ts';
import type { ReadMail } from '../read-mail.ts';
import { beforeOriginal } from './before-original.ts';
import { isDelay } from './is-delay.ts';
import { readSections } from './read-sections.ts';
import { recipientsNamedIn } from './recipient-forms.ts';

/** Addresses of mail programs, which are never the failed recipient. */
const OF_PROGRAMS = /^(?:mailer-daemon|postmaster|mail-daemon|no-?reply|root|abuse)@/;
/** Recipients that are read from one report; a text that names more is unlikely to be a report. */
const MAX_RECIPIENTS = 50;

/** Returns the recipients that a free-text bounce names, or a single report without addresses if it names none. */
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
  // The sender and recipient of the report are not the failed recipient, unless no other address is named.
  const own = new Set(
    ['from', 'to', 'return-path', 'reply-to', 'delivered-to'].flatMap((name) => (headers.get(name) ?? []).flatMap(addressesIn)),
  );
  const isOther = (address: string): boolean => !OF_PROGRAMS.test(address) && !own.has(address);
  const others = [...new Set(named)].filter(isOther);
  if (named.length > 0) return others.length > 0 ? others : [...new Set(named)];
  return addressesIn(words).filter(isOther).slice(0, 1);
}
