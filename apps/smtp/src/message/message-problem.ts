import { isUtf8 } from 'node:buffer';
import { MAX_HEADER_BYTES, MAX_HEADER_FIELDS, type HeaderSection } from './header-fields.ts';

/** Octets of a line without its CRLF (RFC 5321 section 4.5.3.1.6, RFC 5322 section 2.1.1). */
const MAX_LINE_LENGTH = 998;

const LF = 0x0a;
const CR = 0x0d;

/**
 * Returns what is wrong with the lines of a message, as a sentence, or undefined.
 *
 * Every server on the way must read the message the same. A lone CR or LF ends a line for some servers only, which can then be
 * made to see commands inside the message (RFC 5321 section 2.3.8, "SMTP smuggling"). Longer lines are broken or refused on the
 * way, and breaking them here could invalidate a signature.
 */
export function lineProblem(message: Buffer): string | undefined {
  if (message.includes(0)) return 'The message holds a NUL octet.';
  const { length } = message;
  let start = 0;
  // A byte loop is faster than searching for each line end when lines are short. It never indexes past the end, which is five
  // times slower.
  for (let at = 0; at < length; at += 1) {
    const byte = message[at];
    if (byte === CR) {
      if (at + 1 === length || message[at + 1] !== LF) {
        return 'The message holds a CR that is not followed by LF; lines end in CR LF.';
      }
    } else if (byte === LF) {
      if (at === 0 || message[at - 1] !== CR) return 'A line of the message ends in LF alone; lines end in CR LF.';
      if (at - 1 - start > MAX_LINE_LENGTH) return longLineProblem(at - 1 - start);
      start = at + 1;
    }
  }
  return length - start > MAX_LINE_LENGTH ? longLineProblem(length - start) : undefined;
}

const longLineProblem = (bytes: number): string =>
  `A line of the message has ${String(bytes)} octets, and 998 are allowed: encode that part as quoted-printable or base64.`;

/**
 * Returns what is wrong with the header section, or undefined. Bytes that are not UTF-8 are refused, since nothing names their
 * charset.
 */
export function headerProblem(message: Buffer, { end }: HeaderSection): string | undefined {
  return isUtf8(message.subarray(0, end)) ? undefined : 'The header of the message holds octets that are not UTF-8.';
}

/** The error for a header section with too many bytes. */
export const HEADER_TOO_LARGE = `The header of the message has more than the ${String(MAX_HEADER_BYTES)} bytes that are allowed.`;

/** Returns why the header section is too large, or undefined. */
export function headerSizeProblem({ fields, end }: HeaderSection): string | undefined {
  if (end > MAX_HEADER_BYTES) return HEADER_TOO_LARGE;
  if (fields.length > MAX_HEADER_FIELDS)
    return `The header of the message has more than the ${String(MAX_HEADER_FIELDS)} fields that are allowed.`;
  return undefined;
}
