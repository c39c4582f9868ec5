/** Reads what is displayed of a message before its parts are parsed, in the shape of emails submitted over HTTP. */
import { LIMITS } from '@sendoff/intake';
import { cutToOctets, MAX_INDEXED_LENGTH } from './cut-text.ts';
import { decodeWords } from './decode-words.ts';
import { valueOf, type HeaderField, type HeaderSection } from './header-fields.ts';
import { readMailboxes, type WrittenMailbox } from './read-mailboxes.ts';

/** The header of a message for display; what is sent is the message itself. */
export interface MessageHeader {
  /** Null if there is no author. */
  readonly from: WrittenMailbox | null;
  readonly to: readonly WrittenMailbox[];
  readonly cc: readonly WrittenMailbox[];
  readonly replyTo: readonly WrittenMailbox[];
  readonly subject: string;
  /** Custom fields, the first of each name. */
  readonly headers: Readonly<Record<string, string>>;
  /** Every address in `To` and `Cc`, in lower case, including those beyond the display limit. */
  readonly named: { readonly to: ReadonlySet<string>; readonly cc: ReadonlySet<string> };
}

/** Fields that are displayed elsewhere, or only describe the structure or route of the message. */
const NOT_SHOWN: ReadonlySet<string> = new Set([
  ...['', 'from', 'to', 'cc', 'bcc', 'resent-bcc', 'reply-to', 'subject', 'date', 'message-id'],
  ...['mime-version', 'received', 'return-path', 'dkim-signature', 'resend-idempotency-key'],
]);
const NOT_SHOWN_PREFIXES = ['content-', 'arc-'];

/** Addresses of a field that are displayed. More than a message may have recipients; some newsletters name thousands. */
const MAX_SHOWN_ADDRESSES = 300;
/** Encoded words of a message that are decoded, because decoding is a hundred times slower than reading plain text. */
const MAX_ENCODED_WORDS = 600;
/** Bytes of a subject that are read; 2,000 of the decoded text are displayed, and an encoded word may decode to one byte. */
const MAX_SUBJECT_BYTES = 16 * 1024;

/**
 * Reads a header section on the main thread before the reply, in time proportional to its length for any input. Beyond the limits
 * above, what is displayed is cut; the message is not refused.
 */
export function readHeader(message: Buffer, section: HeaderSection): MessageHeader {
  const { fields } = section;
  const show = openReader();
  const all = (name: string): WrittenMailbox[] =>
    fields.filter((field) => field.name === name).flatMap((field) => readMailboxes(valueOf(message, field)));
  const [to, cc] = [all('to'), all('cc')];
  const subject = fields.find(({ name }) => name === 'subject');
  const from = fields.find(({ name }) => name === 'from');
  return {
    from: show.mailboxes(from === undefined ? [] : readMailboxes(valueOf(message, from)))[0] ?? null,
    subject:
      subject === undefined ? '' : cutToOctets(show.text(valueOf(message, subject, MAX_SUBJECT_BYTES)), MAX_INDEXED_LENGTH),
    to: show.mailboxes(to),
    cc: show.mailboxes(cc),
    replyTo: show.mailboxes(all('reply-to')),
    headers: readHeaders(message, fields, show.text),
    named: { to: addressesOf(to), cc: addressesOf(cc) },
  };
}

/** Returns readers that share one budget of encoded words for the message. */
function openReader() {
  let left = MAX_ENCODED_WORDS;
  const text = (value: string): string => {
    const { text: decoded, spent } = decodeWords(value, left);
    left -= spent;
    return oneLine(decoded);
  };
  const mailboxes = (written: readonly WrittenMailbox[]): WrittenMailbox[] =>
    written.slice(0, MAX_SHOWN_ADDRESSES).map(({ name, address }) => ({ name: text(name), address: oneLine(address) }));
  return { text, mailboxes };
}

const addressesOf = (mailboxes: readonly WrittenMailbox[]): ReadonlySet<string> =>
  new Set(mailboxes.map(({ address }) => address.toLowerCase()));

function readHeaders(message: Buffer, fields: readonly HeaderField[], show: (value: string) => string): Record<string, string> {
  const headers = new Map<string, string>();
  let left: number = LIMITS.headerOctets;
  for (const field of fields) {
    if (headers.size === LIMITS.headers || left <= 0) break;
    if (NOT_SHOWN.has(field.name) || NOT_SHOWN_PREFIXES.some((prefix) => field.name.startsWith(prefix))) continue;
    const name = message.toString('latin1', field.start, field.start + field.name.length);
    if (headers.has(name)) continue;
    headers.set(name, show(valueOf(message, field, left)));
    left -= field.end - field.start;
  }
  return Object.fromEntries(headers);
}

/** PostgreSQL refuses NUL in text, and a lone surrogate in JSON. */
export const storable = (text: string): string => text.replaceAll(/\0|\p{Surrogate}/gu, '\uFFFD');

/** Decoded words may contain anything, line breaks included (RFC 2047). */
export const oneLine = (text: string): string => (PLAIN.test(text) ? text : storable(text).replaceAll(/[\r\n]+/g, ' ')).trim();

/** Printable ASCII needs neither replacement; most values are. */
const PLAIN = /^[\x20-\x7e]*$/;
