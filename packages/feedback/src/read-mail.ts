/** The MIME layer: a message as the readers of reports look at it. */
import PostalMime from 'postal-mime';
import type { Fields } from './read-fields.ts';

/** A message in its parts. */
export interface ReadMail {
  /** Decoded only where a reader needs it. */
  readonly headers: Fields;
  readonly subject: string;
  /** What its sender says, in words: all the plain text, or else the HTML without its tags. */
  readonly text: string;
  /** The other parts, among them reports and the message that came back. */
  readonly parts: readonly MailPart[];
}

/** A part of a message. */
export interface MailPart {
  /** The media type in lower case, such as `message/delivery-status`. */
  readonly type: string;
  readonly content: string;
}

/**
 * Octets that are looked at, so that nobody need keep more. A report stands before the message that it is
 * about (RFC 6522 section 3), which may be long and says nothing more.
 */
export const LOOKED_AT = 64 * 1024;
/** Lines that are looked at, because taking a message apart costs by the line; a report of fifty recipients has some hundreds. */
const MAX_LINES = 2000;
/** Characters of words that are looked at, which keeps every search in them short. */
const MAX_TEXT_LENGTH = 16 * 1024;
/** Parts within parts, and octets of headers: beyond what any report has. */
const LIMITS = { maxNestingDepth: 20, maxHeadersSize: LOOKED_AT } as const;

/** Takes a message apart. Rejects where it is no message at all, or beyond the limits. */
export async function readMail(raw: Uint8Array): Promise<ReadMail> {
  const mail = await PostalMime.parse(beginningOf(raw), {
    ...LIMITS,
    // The message that came back is a part: what it says is not what the report says.
    forceRfc822Attachments: true,
    attachmentEncoding: 'utf8',
  });
  const headers = new Map<string, string[]>();
  for (const { key, value } of mail.headers) headers.set(key, [...(headers.get(key) ?? []), value]);
  const parts = mail.attachments.map(({ mimeType, content }) => ({
    type: mimeType,
    content: readable(typeof content === 'string' ? content : ''),
  }));
  // Media types that are not well formed, such as one without the semicolon before its charset.
  const words = parts.filter(({ type }) => type.startsWith('text/plain')).map(({ content }) => content);
  const text = [mail.text ?? withoutTags((mail.html ?? '').slice(0, MAX_TEXT_LENGTH)), ...words].join('\n');
  const isEmpty = text.trim() === '' && parts.length === 0;
  return { headers, subject: mail.subject ?? '', text: (isEmpty ? bodyOf(raw) : text).slice(0, MAX_TEXT_LENGTH), parts };
}

/** As much of a message as is looked at. */
function beginningOf(raw: Uint8Array): Uint8Array {
  const all = raw.subarray(0, LOOKED_AT);
  let end = -1;
  for (let lines = 0; lines < MAX_LINES; lines += 1) {
    end = all.indexOf(LF, end + 1);
    if (end === -1) return all;
  }
  return all.subarray(0, end);
}
const LF = 0x0a;

/** Reports from Japan hold ISO-2022-JP where no charset is declared, and fields can declare none; it is told by its escapes. */
const readable = (content: string): string =>
  content.includes('\x1b$') ? new TextDecoder('iso-2022-jp').decode(Buffer.from(content, 'latin1')) : content;

/** Everything after the headers, where the boundaries of the parts are not where the header says. */
function bodyOf(raw: Uint8Array): string {
  const all = Buffer.from(raw.buffer, raw.byteOffset, Math.min(raw.byteLength, LOOKED_AT)).toString('utf8');
  const begin = /\r?\n\r?\n/.exec(all)?.index;
  return begin === undefined ? '' : all.slice(begin);
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', nbsp: ' ', quot: '"' };

function withoutTags(html: string): string {
  return html
    .replaceAll(/<(?:style|script)\b[^>]{0,200}>[^<]{0,20000}/gi, '')
    .replaceAll(/<(?:br|p|div|tr|li|h\d|td)\b[^>]{0,200}>/gi, '\n')
    .replaceAll(/<\/?[a-z!][^>]{0,200}>/gi, '')
    .replaceAll(/&(lt|gt|amp|nbsp|quot);/g, (whole, name: string) => ENTITIES[name] ?? whole);
}
