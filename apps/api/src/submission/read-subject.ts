import { textProblem } from '@sendoff/mail/message';
import { fieldProblem } from './field-problem.ts';
import { LIMITS } from './limits.ts';

/** The subject, once it is known to be one line of a sensible length. */
export function readSubject(subject: string): string {
  if (subject.length > LIMITS.subject) throw fieldProblem(['subject'], `must have at most ${String(LIMITS.subject)} characters`);
  const problem = textProblem(subject);
  if (problem !== undefined) throw fieldProblem(['subject'], problem);
  return subject;
}
