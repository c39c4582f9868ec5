import { encodeWord } from 'nodemailer/lib/mime-funcs';

/** Characters of one encoded word (RFC 2047 section 2 allows 75), so that one fits into a line behind most names. */
const WORD_LENGTH = 52;

export const isAsciiText = (text: string): boolean => Buffer.byteLength(text) === text.length;

/**
 * Writes the words of an unstructured text that are not ASCII as encoded words (RFC 2047), and leaves the others as they
 * are. Readers drop the white space between two encoded words, so words beside each other are encoded together.
 */
export function encodeWords(text: string): string {
  const pieces = text.split(/([ \t]+)/);
  const written: string[] = [];
  let index = 0;
  while (index < pieces.length) {
    let end = index;
    while (end < pieces.length && !isAsciiText(pieces[end] ?? '')) end += 2;
    if (end === index) {
      written.push(pieces[index] ?? '');
      index += 1;
    } else {
      written.push(encodeWord(pieces.slice(index, end - 1).join(''), 'Q', WORD_LENGTH));
      index = end - 1;
    }
  }
  return written.join('');
}

/** A display name (RFC 5322 section 3.2.5) in ASCII: words, a quoted string, or encoded words. */
export function encodePhrase(name: string): string {
  if (!isAsciiText(name)) return encodeWord(name, 'Q', WORD_LENGTH);
  // Encoded words lose their meaning in a quoted string (RFC 2047 section 5).
  const needsNoQuotes = /^[\w!#$%&'*+\-/=?^`{|}~ ]*$/.test(name);
  return needsNoQuotes ? name : `"${name.replaceAll(/["\\]/g, '\\$&')}"`;
}
