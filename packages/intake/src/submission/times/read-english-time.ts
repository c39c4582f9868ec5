import { casual } from 'chrono-node/en';

/** Ambiguous texts: days and months in an order that depends on the country, and times in the past. */
const AMBIGUOUS = /\d\/\d|\b(?:last|past|previous)\b/i;
/** The only phrase that the parser reads in the time zone of the machine. */
const OVERMORROW = /\b(?:the )?day after tomorrow\b/i;

/**
 * Parses an English time, such as `in 1 min` or `tomorrow at 9am`, relative to `now`. It is in UTC unless the text names a time
 * zone, and in the future if it could be in the past or the future.
 *
 * @returns null unless the whole text is one time. An unparsed part could change the meaning of the rest.
 */
export function readEnglishTime(text: string, now: Date): Date | null {
  const phrase = text.trim().replace(OVERMORROW, 'in 2 days');
  if (AMBIGUOUS.test(phrase)) return null;
  const results = casual.parse(phrase, { instant: now, timezone: 0 }, { forwardDate: true });
  const [result] = results;
  if (result === undefined || results.length > 1 || result.text !== phrase || result.end != null) return null;

  const { start } = result;
  const offset = start.get('timezoneOffset') ?? 0;
  // An offset that is neither in the text nor UTC is that of the machine.
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
