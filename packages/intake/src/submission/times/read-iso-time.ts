/** The full-date of RFC 3339. */
const DATE = /^\d{4}-\d\d-\d\d/;
/** The partial-time of RFC 3339; seconds and their fraction are optional. */
const TIME = /^[Tt ](\d\d):(\d\d)(?::(\d\d))?/;
const FRACTION = /^[.,](\d{1,9})/;
const OFFSET = /^ ?(?:[Zz]|([+-])(\d\d):?(\d\d)?)$/;

/**
 * Parses an ISO 8601 time: `2026-04-03T22:13:42Z`, `2026-04-03T22:13+02:00`, `2026-04-03`, and the form of API resources,
 * `2026-04-03 22:13:42.674000+00`. Without an offset it is UTC.
 *
 * @returns null for anything else, and for a day or time that does not exist.
 */
export function readIsoTime(text: string): Date | null {
  const date = DATE.exec(text)?.[0];
  if (date === undefined) return null;
  let rest = text.slice(date.length);
  const [time = '', hour = '00', minute = '00', second = '00'] = TIME.exec(rest) ?? [];
  rest = rest.slice(time.length);
  const [dotted = '', fraction = ''] = (time === '' ? null : FRACTION.exec(rest)) ?? [];
  rest = rest.slice(dotted.length);
  if (dotted !== '' && time.length < ' 00:00:00'.length) return null;
  const offset = readOffset(time === '' ? '' : rest);
  if (offset === null || (time === '' && rest !== '')) return null;

  const written = `${date}T${hour}:${minute}:${second}.${fraction.padEnd(3, '0').slice(0, 3)}Z`;
  const read = new Date(written);
  // `Date` turns 31 February into a day in March, and 24:00 into the next day.
  if (Number.isNaN(read.getTime()) || read.toISOString() !== written) return null;
  return new Date(read.getTime() - offset * 60_000);
}

/** Minutes east of UTC; null if it is no offset. */
function readOffset(text: string): number | null {
  if (text === '') return 0;
  const parts = OFFSET.exec(text);
  if (parts === null) return null;
  const [, sign, hours = '0', minutes = '0'] = parts;
  if (Number(hours) > 23 || Number(minutes) > 59) return null;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
