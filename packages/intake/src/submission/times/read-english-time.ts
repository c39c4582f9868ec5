import { casual } from 'chrono-node/en';

/** What is read otherwise than its writer means it: days and months in an order that depends on the country, and the past. */
const AMBIGUOUS = /\d\/\d|\b(?:last|past|previous)\b/i;
/** The one phrase that the parser counts in the time zone of the machine. */
const OVERMORROW = /\b(?:the )?day after tomorrow\b/i;

/**
 * Reads a time in English, such as `in 1 min` or `tomorrow at 9am`, from the point of view of `now`: in UTC unless
 * it names a time zone, and the next such time when it could be in the past or in the future.
 *
 * @returns null when the text is not one time from its first character to its last. A part that was
 *   not understood could change the meaning of the rest.
 */
export function readEnglishTime(text: string, now: Date): Date | null {
  const phrase = text.trim().replace(OVERMORROW, 'in 2 days');
  if (AMBIGUOUS.test(phrase)) return null;
  const results = casual.parse(phrase, { instant: now, timezone: 0 }, { forwardDate: true });
  const [result] = results;
  if (result === undefined || results.length > 1 || result.text !== phrase || result.end != null) return null;

  const { start } = result;
  const offset = start.get('timezoneOffset') ?? 0;
  // An offset that is neither written nor UTC comes from the machine.
  if (offset !== 0 && !start.isCertain('timezoneOffset')) return null;
  const time = Date.UTC(
    start.get('year') ?? Number.NaN,
    (start.get('month') ?? Number.NaN) - 1,
    start.get('day') ?? Number.NaN,
    start.get('hour') ?? 0,
    start.get('minute') ?? 0,
    start.get('second') ?? 0,
    start.get('millisecond') ?? 0,
  );
  return Number.isNaN(time) ? null : new Date(time - offset * 60_000);
}
