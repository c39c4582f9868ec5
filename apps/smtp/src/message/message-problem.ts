import { isUtf8 } from 'node:buffer';
import { MAX_HEADER_BYTES, MAX_HEADER_FIELDS, type HeaderSection } from './header-fields.ts';

/** Octets of a line without its CRLF (RFC 5321 section 4.5.3.1.6, RFC 5322 section 2.1.1). */
const LONGEST_LINE = 998;

const LF = 0x0a;
const CR = 0x0d;

/**
 * What is wrong with the octets of a message, as a sentence, or undefined.
 *
 * Sent as it came, a message must mean the same to every server on its way. A lone CR or LF ends a line for some
 * and not for others, who can then be made to see commands inside of the message (RFC 5321 section 2.3.8,
 * "SMTP smuggling"); longer lines are broken or refused along the way, and to break them would change what was
 * submitted, and with it a signature perhaps.
 */
export function lineProblem(message: Buffer): string | undefined {
  if (message.includes(0)) return 'The message holds a NUL octet.';
  let start = 0;
  // Byte by byte: lines may be as short as two bytes, and looking for each end takes longer then.
  for (let at = 0; at <= message.length; at += 1) {
    const byte = message[at];
    if (byte === CR && message[at + 1] !== LF) {
      return 'The message holds a CR that is not followed by LF; lines end in CR LF.';
    }
    if (byte !== LF && at < message.length) continue;
    if (byte === LF && message[at - 1] !== CR) return 'A line of the message ends in LF alone; lines end in CR LF.';
    const length = byte === LF ? at - 1 - start : at - start;
    if (length > LONGEST_LINE) {
      return `A line of the message has ${String(length)} octets, and 998 are allowed: encode that part as quoted-printable or base64.`;
    }
    start = at + 1;
  }
  return undefined;
}

/** What is wrong with the header section, or undefined. Which charset other octets are in, nobody says. */
export function headerProblem(message: Buffer, { end }: HeaderSection): string | undefined {
  return isUtf8(message.subarray(0, end)) ? undefined : 'The header of the message holds octets that are not UTF-8.';
}

/** Why the header section is too large to be read, or undefined. */
export function headerSizeProblem({ fields, end }: HeaderSection): string | undefined {
  if (end > MAX_HEADER_BYTES)
    return `The header of the message has more than the ${String(MAX_HEADER_BYTES)} bytes that are allowed.`;
  if (fields.length > MAX_HEADER_FIELDS)
    return `The header of the message has more than the ${String(MAX_HEADER_FIELDS)} fields that are allowed.`;
  return undefined;
}
