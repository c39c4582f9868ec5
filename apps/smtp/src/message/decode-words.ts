/** Decodes encoded words (RFC 2047) of displayed header fields, as leniently as mail readers do. */
import { TextDecoder } from 'node:util';

/** RFC 2231 section 5 allows a language after the charset. */
// eslint-disable-next-line security/detect-unsafe-regex -- linear: each part ends at the next `?`
const WORD = /=\?([\w.:-]{1,40})(?:\*[\w-]{0,20})?\?([BbQq])\?([^?\r\n]*)\?=/g;

/** Creating a decoder takes longer than using it; there are about forty charsets. */
const decoders = new Map<string, TextDecoder>();

/** The cost of looking up an unknown charset, in encoded words that could be decoded in that time. */
const UNKNOWN_CHARSET_COST = 20;

/** A decoded text and what it cost. */
export interface DecodedText {
  readonly text: string;
  /** Encoded words decoded; an unknown charset counts as twenty. */
  readonly spent: number;
}

/** Decodes encoded words until `budget` is spent; the others, and those in an unknown charset, stay as they are. */
export function decodeWords(text: string, budget: number): DecodedText {
  if (!text.includes('=?')) return { text, spent: 0 };
  const unknown = new Set<string>();
  const shown: string[] = [];
  let open: TextDecoder | null = null;
  let pieces: Buffer[] = [];
  let end = 0;
  let spent = 0;
  for (const match of text.matchAll(WORD)) {
    const [word, charset = '', encoding = '', written = ''] = match;
    if (spent >= budget) break;
    const decoder = unknown.has(charset) ? null : decoderOf(charset);
    spent += decoder === null && !unknown.has(charset) ? UNKNOWN_CHARSET_COST : 1;
    if (decoder === null) {
      unknown.add(charset);
      continue;
    }
    const between = text.slice(end, match.index);
    // White space between two encoded words is dropped (section 6.2), and a character may be split over both.
    const isAdjacent = open !== null && between.trim() === '';
    if (open !== null && (!isAdjacent || open !== decoder)) {
      shown.push(open.decode(Buffer.concat(pieces)));
      pieces = [];
    }
    if (!isAdjacent) shown.push(between);
    pieces.push(encoding.toUpperCase() === 'B' ? Buffer.from(written, 'base64') : quotedBytes(written));
    open = decoder;
    end = match.index + word.length;
  }
  if (open !== null) shown.push(open.decode(Buffer.concat(pieces)));
  return { text: shown.join('') + text.slice(end), spent };
}

/** The "Q" encoding (RFC 2047 section 4.2). */
const quotedBytes = (text: string): Buffer =>
  Buffer.from(
    text.replaceAll('_', ' ').replaceAll(/=([\dA-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );

function decoderOf(charset: string): TextDecoder | null {
  const name = charset.toLowerCase();
  const known = decoders.get(name);
  if (known !== undefined) return known;
  try {
    const decoder = new TextDecoder(name);
    decoders.set(name, decoder);
    return decoder;
  } catch {
    return null;
  }
}
