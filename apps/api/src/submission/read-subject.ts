import { LIMITS } from '@sendoff/acceptance';
import { textProblem } from '@sendoff/mail/message';
import { fieldProblem } from './field-problem.ts';

/** The subject, once it is known to be one line of a sensible length. */
export function readSubject(subject: string): string {
  const octets = Buffer.byteLength(subject, 'utf8');
  if (octets > LIMITS.subject) {
    throw fieldProblem(['subject'], `must have at most ${String(LIMITS.subject)} octets of UTF-8, and has ${String(octets)}`);
  }
  const problem = textProblem(subject);
  if (problem !== undefined) throw fieldProblem(['subject'], problem);
  return subject;
}
