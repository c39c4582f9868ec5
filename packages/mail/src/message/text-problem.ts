/**
 * What is wrong with a text, as the end of a sentence that begins with its name:
 * "`subject` must not contain a line break".
 */

/** In Unicode mode a pair is one code point, so only halves match. */
const LONE_SURROGATE = /\p{Surrogate}/u;
/** What the rules below are about. Nearly every text holds none of it, and one look is faster than four. */
const SUSPICIOUS = /[\p{Cc}\p{Surrogate}]/u;

/**
 * What is wrong with a one-line text of the header, such as a subject, or undefined.
 *
 * A line break would end the header field and begin another one of the writer's choice; a lone
 * surrogate has no UTF-8 form, so what is stored and what is sent would differ.
 */
export function textProblem(text: string): string | undefined {
  if (!SUSPICIOUS.test(text)) return undefined;
  if (/[\r\n]/.test(text)) return 'must not contain a line break';
  if (text.includes('\0')) return 'must not contain a NUL character';
  if (LONE_SURROGATE.test(text)) return 'must be well-formed Unicode (it holds half of a surrogate pair)';
  if (/[^\P{Cc}\t]/u.test(text)) return 'must not contain control characters';
  return undefined;
}

/** What is wrong with the text of a body, or undefined. RFC 5321 section 4.5.2 allows no NUL in a message. */
export function contentProblem(text: string): string | undefined {
  if (text.includes('\0')) return 'must not contain a NUL character';
  if (LONE_SURROGATE.test(text)) return 'must be well-formed Unicode (it holds half of a surrogate pair)';
  return undefined;
}
