/** RFC 5322 section 2.1.1 and RFC 2047 section 2. */
const LINE_LENGTH = 76;
/** Bytes of a line without its CRLF, which no server refuses (RFC 5322 section 2.1.1). */
const MAX_LINE_LENGTH = 998;

/** What is written on one line: a word with the white space before it. */
const CHUNK = /[ \t]*[^ \t]+/g;

/** Bytes between two places where a line can be broken, the white space before them among them. */
export const MAX_CHUNK_LENGTH = MAX_LINE_LENGTH;

/** Bytes of the longest part of a text that no line break can divide, its white space included. */
export function longestChunk(text: string): number {
  let longest = 0;
  // The first one follows a space, that behind the colon.
  for (const [chunk] of ` ${text}`.matchAll(CHUNK)) longest = Math.max(longest, Buffer.byteLength(chunk));
  return longest;
}

/**
 * A header field, without its last CRLF. Lines are broken before white space, which stays there: unfolded (RFC 5322
 * section 2.2.3), the field is what was given. A line has at most 76 characters, unless a single word is longer.
 *
 * @param text ASCII, encoded where it needs to be; addresses may be UTF-8. Without white space around it.
 */
export function foldField(name: string, text: string): string {
  const whole = `${name}: ${text}`;
  if (whole.length <= LINE_LENGTH) return whole;
  const start = `${name}:`;
  let folded = '';
  let line = start;
  for (const [chunk] of ` ${text}`.matchAll(CHUNK)) {
    const fits = line.length + chunk.length <= LINE_LENGTH;
    // A word too long for any line stays beside the name, where readers look for the first one, as long as it may.
    const staysFirst = line === start && chunk.length > LINE_LENGTH && line.length + Buffer.byteLength(chunk) <= MAX_LINE_LENGTH;
    if (fits || staysFirst) line += chunk;
    else {
      folded += `${line}\r\n`;
      line = chunk;
    }
  }
  return folded + line;
}
