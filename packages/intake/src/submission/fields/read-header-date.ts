import { readIsoTime } from '../times/read-iso-time.ts';

/**
 * The date format of RFC 5322 section 3.3 without comments and without most obsolete forms; weekday and seconds are optional.
 */
const RFC_5322_DATE =
  // eslint-disable-next-line security/detect-unsafe-regex -- no two repetitions meet, and the text is short
  /^(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),[ \t]*)?\d{1,2}[ \t]+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[ \t]+\d{4}[ \t]+\d\d:\d\d(?::\d\d)?[ \t]+(?:[+-]\d{4}|GMT|UTC?|Z)$/i;
/** In characters; a longer text is refused before it is matched. */
const MAX_TEXT_LENGTH = 100;
/** RFC 5322 section 3.3 allows years of four digits from 1900. */
const FIRST_YEAR = 1900;
/** Some programs write the name of the time zone after the offset. */
const COMMENT = /[ \t]*\([^()]*\)$/;

/** The time of a `Date` header (RFC 5322 section 3.3 or ISO 8601); null for anything else. */
export function readHeaderDate(text: string): Date | null {
  const trimmed = text.trim();
  if (trimmed.length > MAX_TEXT_LENGTH) return null;
  const date = trimmed.replace(COMMENT, '');
  const time = RFC_5322_DATE.test(date) ? new Date(date) : readIsoTime(date);
  return time !== null && time.getUTCFullYear() >= FIRST_YEAR ? time : null;
}
