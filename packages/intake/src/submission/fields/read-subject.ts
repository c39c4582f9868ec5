import { LIMITS } from '../../limits.ts';
import { decodeWords, textProblem } from '@sendoff/mail/message';
import { fieldProblem } from '@sendoff/core';

/** In the longest encoding, quoted-printable, a byte takes three characters and each word twelve more. */
const MAX_ENCODED_LENGTH = 4 * LIMITS.subject;

/** The subject with its encoded words (RFC 2047) decoded, once it is known to be one line of a sensible length. */
export function readSubject(given: string): string {
  const subject = given.length > MAX_ENCODED_LENGTH ? given : decodeWords(given);
  const octets = Buffer.byteLength(subject, 'utf8');
  if (octets > LIMITS.subject) {
    throw fieldProblem(['subject'], `must have at most ${String(LIMITS.subject)} octets of UTF-8, and has ${String(octets)}`);
  }
  const problem = textProblem(subject);
  if (problem !== undefined) throw fieldProblem(['subject'], problem);
  return subject;
}
