/** The MIME layer: parses a message for the report parsers. */
import PostalMime from 'postal-mime';
import type { Fields } from './read-fields.ts';

/** A parsed message. */
export interface ReadMail {
  /** Not decoded. */
  readonly headers: Fields;
  readonly subject: string;
  /** The text of the message: all plain text parts, or else the HTML part without its tags. */
  readonly text: string;
  /** The other parts, including reports and the original message. */
  readonly parts: readonly MailPart[];
}

/** A part of a message. */
export interface MailPart {
  /** The media type in lower case, such as `message/delivery-status`. */
  readonly type: string;
  readonly content: string;
}

/**
 * Bytes that are parsed, so callers need not keep more. A report precedes the original message (RFC 6522 section 3), which may be
 * long and is not needed.
 */
export const LOOKED_AT = 64 * 1024;
/** Lines that are parsed, because the cost of parsing grows with the lines; a report of fifty recipients has some hundreds. */
const MAX_LINES = 2000;
/** Characters of text that are searched, which bounds every search. */
const MAX_TEXT_LENGTH = 16 * 1024;
/** Nesting depth and bytes of headers, more than any report has. */
const LIMITS = { maxNestingDepth: 20, maxHeadersSize: LOOKED_AT } as const;

/** Parses a message. Rejects if it is no message, or beyond the limits. */
export async function readMail(raw: Uint8Array): Promise<ReadMail> {
  const mail = await PostalMime.parse(beginningOf(raw), {
    ...LIMITS,
    // The original message stays an attachment, so that its text is not taken for that of the report.
    forceRfc822Attachments: true,
    attachmentEncoding: 'utf8',
  });
  const headers = new Map<string, string[]>();
  for (const { key, value } of mail.headers) headers.set(key, [...(headers.get(key) ?? []), value]);
  const parts = mail.attachments.map(({ mimeType, content }) => ({
    type: mimeType,
    content: readable(typeof content === 'string' ? content : ''),
  }));
  // Parts with malformed media types, such as one without the semicolon before its charset.
  const words = parts.filter(({ type }) => type.startsWith('text/plain')).map(({ content }) => content);
  const text = [mail.text ?? withoutTags((mail.html ?? '').slice(0, MAX_TEXT_LENGTH)), ...words].join('\n');
  const isEmpty = text.trim() === '' && parts.length === 0;
  return { headers, subject: mail.subject ?? '', text: (isEmpty ? bodyOf(raw) : text).slice(0, MAX_TEXT_LENGTH), parts };
}

/** The part of a message that is parsed. */
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

/**
 * Japanese reports use ISO-2022-JP without declaring it, and fields cannot declare a charset; its escape sequences reveal it.
 */
const readable = (content: string): string =>
  content.includes('\x1b$') ? new TextDecoder('iso-2022-jp').decode(Buffer.from(content, 'latin1')) : content;

/** Everything after the headers, for messages whose boundaries do not match their header. */
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
