/** Encoded words (RFC 2047): `=?charset?B or Q?text?=`, with the language that RFC 2231 section 5 puts behind the charset. */
import { TextDecoder } from 'node:util';
import { textProblem } from './text-problem.ts';

/** As lenient as mail readers are: spaces may stand in the text. Each part ends at the next `?`, so matching takes linear time. */
const WORD = /=\?([^?\s]+)\?([BbQq])\?([\x20-\x3e\x40-\x7e]*)\?=/g;
/** What only a strict reader takes for one (RFC 2047 section 2), and nothing else. */
const STRICT_WORD = /^=\?([^\s()<>@,;:"/[\]?.=]+)\?([BbQq])\?([\x21-\x3e\x40-\x7e]+)\?=$/;
/** RFC 2047 section 2. */
const MAX_WORD_LENGTH = 75;

interface EncodedWord {
  readonly charset: string;
  readonly bytes: Buffer;
}

/**
 * The text with its encoded words decoded; the text as it is when one of them cannot be decoded to a single line of
 * plain text: its charset is unknown, or it holds line breaks, NULs, other control characters or further encoded words.
 */
export function decodeWords(text: string): string {
  if (!text.includes('=?')) return text;
  const decoded = decodeAll(text);
  return decoded === undefined || textProblem(decoded) !== undefined || decoded.search(WORD) !== -1 ? text : decoded;
}

/** Whether an encoded word of the text, decoded by who knows its charset or not, breaks the line or ends it with a NUL. */
export function hidesLineBreak(text: string): boolean {
  if (!text.includes('=?')) return false;
  const words = Array.from(text.matchAll(WORD), readWord);
  return words.some(({ bytes }) => bytes.includes(0x0d) || bytes.includes(0x0a) || bytes.includes(0));
}

/**
 * Whether a word is encoded in a charset that is unknown here, and harmless in any that extends ASCII. A reader may know
 * the charset, so such a word is sent as it is.
 */
export function isOpaqueWord(word: string): boolean {
  const match = word.length <= MAX_WORD_LENGTH ? STRICT_WORD.exec(word) : null;
  if (match === null || hidesLineBreak(word)) return false;
  return decoderOf(readWord(match).charset) === undefined;
}

function decodeAll(text: string): string | undefined {
  const parts: (string | EncodedWord)[] = [];
  let end = 0;
  for (const match of text.matchAll(WORD)) {
    const between = text.slice(end, match.index);
    const last = parts.at(-1);
    const word = readWord(match);
    // White space between two encoded words is not shown (section 6.2); a character may be split over both.
    const isAdjacent = typeof last === 'object' && between.trim() === '';
    if (isAdjacent && last.charset === word.charset) {
      parts[parts.length - 1] = { charset: word.charset, bytes: Buffer.concat([last.bytes, word.bytes]) };
    } else if (isAdjacent) parts.push(word);
    else parts.push(between, word);
    end = match.index + match[0].length;
  }
  parts.push(text.slice(end));

  let decoded = '';
  for (const part of parts) {
    const decoder = typeof part === 'string' ? undefined : decoderOf(part.charset);
    if (typeof part === 'string') decoded += part;
    else if (decoder === undefined) return undefined;
    else decoded += decoder.decode(part.bytes);
  }
  return decoded;
}

function readWord([, charset = '', encoding, text = '']: RegExpExecArray | RegExpMatchArray): EncodedWord {
  const isBase64 = encoding === 'B' || encoding === 'b';
  return {
    charset: charset.replace(/\*.*/, '').toLowerCase(),
    bytes: isBase64 ? Buffer.from(text, 'base64') : quotedBytes(text),
  };
}

/** RFC 2047 section 4.2. */
const quotedBytes = (text: string): Buffer =>
  Buffer.from(
    text.replaceAll('_', ' ').replaceAll(/=([\dA-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );

/** Undefined for a charset that is unknown. */
function decoderOf(charset: string): TextDecoder | undefined {
  try {
    return new TextDecoder(charset);
  } catch {
    return undefined;
  }
}
