/** Characters. RFC 6838 section 4.2 allows 127 for the type and as many for the subtype. */
const MAX_LENGTH = 255;

/** RFC 6838 section 4.2: what names of types are made of. */
const NAME = String.raw`[A-Za-z0-9][\w!#$&^.+-]*`;
/** RFC 2045 section 5.1: what names of parameters, and values without quotes, are made of. */
const TOKEN = String.raw`[\w!#$%&'*+.^\x60{|}~-]+`;
/** RFC 5322 section 3.2.4 with the characters of RFC 6532, without backslashes, which programs read in several ways. */
const QUOTED = String.raw`"[^\p{Cc}\p{Cs}"\\]*"`;

// eslint-disable-next-line security/detect-non-literal-regexp -- put together from the constants above
const MEDIA_TYPE = new RegExp(`^${NAME}/${NAME}(?: *; *${TOKEN}=(?:${TOKEN}|${QUOTED}))*$`, 'u');

/**
 * What is wrong with a media type such as `text/csv; charset=utf-8` (RFC 2045 section 5.1), as the end of a sentence, or
 * undefined. It has no control characters, so that it can stand in any header as it is.
 */
export function mediaTypeProblem(text: string): string | undefined {
  if (text.length > MAX_LENGTH) return `must have at most ${String(MAX_LENGTH)} characters`;
  if (/\p{Cc}/u.test(text)) return 'must not contain control characters';
  return MEDIA_TYPE.test(text) ? undefined : 'must be a media type such as `application/pdf`';
}
