import { decodeWords, textProblem } from '@sendoff/mail/message';
import { fieldProblem } from '@sendoff/core';
import { LIMITS } from '../../limits.ts';

/** In quoted-printable, the longest encoding, a byte takes three characters, and each word twelve more. */
const MAX_ENCODED_LENGTH = 4 * LIMITS.subject;

/** Checks that the subject is one line within the length limit. Returns it with encoded words (RFC 2047) decoded. */
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
