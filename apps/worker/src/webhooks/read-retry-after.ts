/**
 * Parses a `Retry-After` (RFC 9110 section 10.2.3: seconds, or a date) into milliseconds to wait; null when it is missing or
 * invalid.
 *
 * @param now milliseconds since 1970.
 */
export function readRetryAfter(value: string | null, now: number): number | null {
  if (value === null) return null;
  const text = value.trim();
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  // All HTTP date formats begin with the name of a day; Date.parse accepts far more.
  const at = /^[A-Z][a-z]{2,8},? /.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}
