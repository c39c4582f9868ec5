/**
 * How long a `Retry-After` asks to wait (RFC 9110 section 10.2.3: seconds, or a date), in milliseconds; null when there
 * is none that can be read.
 *
 * @param now milliseconds since 1970.
 */
export function readRetryAfter(value: string | null, now: number): number | null {
  if (value === null) return null;
  const text = value.trim();
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  // Every form of date that the RFC knows begins with the name of a day; Date would take far more than that.
  const at = /^[A-Z][a-z]{2,8},? /.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}
