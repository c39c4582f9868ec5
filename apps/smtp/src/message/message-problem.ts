import { isUtf8 } from 'node:buffer';
import { LONGEST_HEADER, type HeaderSection } from './header-fields.ts';

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
  while (start < message.length) {
    const lf = message.indexOf(LF, start);
    const end = lf === -1 ? message.length : lf - 1;
    const cr = message.indexOf(CR, start);
    if (lf !== -1 && message[end] !== CR) return 'A line of the message ends in LF alone; lines end in CR LF.';
    if (cr !== -1 && cr < end) return 'The message holds a CR that is not followed by LF; lines end in CR LF.';
    if (end - start > LONGEST_LINE) {
      return `A line of the message has ${String(end - start)} octets, and 998 are allowed: encode that part as quoted-printable or base64.`;
    }
    start = lf === -1 ? message.length : lf + 1;
  }
  return undefined;
}

/** What is wrong with the header section, or undefined. Which charset other octets are in, nobody says. */
export function headerProblem(message: Buffer, { end }: HeaderSection): string | undefined {
  if (end > LONGEST_HEADER)
    return `The header of the message has more than the ${String(LONGEST_HEADER)} octets that are allowed.`;
  return isUtf8(message.subarray(0, end)) ? undefined : 'The header of the message holds octets that are not UTF-8.';
}
