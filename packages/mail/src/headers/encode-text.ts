import { encodeWord } from 'nodemailer/lib/mime-funcs';
import { isOpaqueWord } from '../message/encoded-words.ts';

/** Characters of an encoded word: those of the names of common fields and one of these fit on a line of 76. */
const WORD_LENGTH = 66;
/** Characters without a space up to which ASCII is written as it is: rspamd and others score words encoded without need. */
const MAX_PLAIN_LENGTH = 900;

/** Printable ASCII and spaces. A tab is not among them: readers turn it into a space where a line is folded. */
const PRINTABLE = /^[\x20-\x7e]*$/;
/** What needs no quotes in a phrase. Several spaces in a row do: readers make one of them. */
const WORDS = /^(?!.* {2})[\w ]*$/;

/**
 * Text of an unstructured field, such as the subject (RFC 2047 section 5 (1)): ASCII as it is, and the words from the
 * first to the last that is not, or that is too long for a line, as encoded words.
 */
export function encodeText(text: string): string {
  if (isPlain(text) || isOpaque(text)) return text;
  let start = -1;
  let end = 0;
  for (const { 0: chunk, index } of text.matchAll(/ *[^ ]+| +$/g)) {
    const isLong = chunk.length > MAX_PLAIN_LENGTH;
    if (!isLong && PRINTABLE.test(chunk) && !chunk.includes('=?')) continue;
    // Without the spaces before them, unless it is for these that they are long; one stays between them and what is before.
    const spaces = isLong ? Math.min(index, 1) : Math.max(chunk.search(/[^ ]/), 0);
    if (start === -1) start = index + spaces;
    end = index + chunk.length;
  }
  return text.slice(0, start) + encode(text.slice(start, end)) + text.slice(end);
}

/** A display name (RFC 5322 section 3.2.5): in quotes where it needs them, encoded where it is no ASCII (RFC 2047 section 5 (3)). */
export function encodePhrase(text: string): string {
  if (!isPlain(text)) return isOpaque(text) ? text : encode(text);
  return WORDS.test(text) ? text : `"${text.replaceAll(/["\\]/g, '\\$&')}"`;
}

/** The whole of a text as encoded words. */
export const encode = (text: string): string => encodeWord(text, isMostlyQuotable(text) ? 'Q' : 'B', WORD_LENGTH);

/** What looks like an encoded word and is meant as it stands must be encoded, or readers would decode it. */
const isPlain = (text: string): boolean =>
  PRINTABLE.test(text) && !text.includes('=?') && (text.length <= MAX_PLAIN_LENGTH || hasShortChunks(text));

const hasShortChunks = (text: string): boolean =>
  (text.match(/ *[^ ]+| +$/g) ?? []).every(({ length }) => length <= MAX_PLAIN_LENGTH);

/** Whether all that is encoded in a text is so in charsets that are unknown here; only words may stand beside that. */
const isOpaque = (text: string): boolean =>
  text.includes('=?') && text.split(' ').every((word) => /^\w+$/.test(word) || isOpaqueWord(word));

/** Whether quoted-printable leaves so much as it is that people can read it in a log; otherwise base64 is shorter. */
function isMostlyQuotable(text: string): boolean {
  const bytes = Buffer.from(text);
  let quoted = 0;
  for (const byte of bytes) quoted += isQuotedAsItself(byte) ? 1 : 3;
  return quoted <= bytes.length * 2.5;
}

/** Letters, digits, and the space, which is written as `_`. */
const isQuotedAsItself = (byte: number): boolean =>
  (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x30 && byte <= 0x39) || byte === 0x20;
