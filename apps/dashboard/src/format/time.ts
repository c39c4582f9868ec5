/** Time formatting, in the time zone of the browser. */

/** Parses a time of the API: ISO 8601 or `2026-04-03 22:13:42.674000+00`. */
export function readTime(text: string): Date {
  return new Date(text.replace(' ', 'T').replace(/\+00(?:00|:00|)$/, 'Z'));
}

const STEPS = [
  { unit: 's', ms: 1000, until: 60_000 },
  { unit: 'min', ms: 60_000, until: 3_600_000 },
  { unit: 'h', ms: 3_600_000, until: 86_400_000 },
  { unit: 'd', ms: 86_400_000, until: Infinity },
] as const;

const exact = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  timeZoneName: 'short',
});
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });

/**
 * For example `5 min ago` or `in 2 h`. Differences up to one second ago or two seconds ahead are `now`, since the clock ticks once
 * a second.
 */
export function relativeTime(time: Date, now: Date): string {
  const difference = time.getTime() - now.getTime();
  const size = Math.abs(difference);
  if (difference > -1000 && difference < 2000) return 'now';
  const { unit, ms } = STEPS.find(({ until }) => size < until) ?? STEPS[3];
  const many = `${String(Math.floor(size / ms))} ${unit}`;
  return difference < 0 ? `${many} ago` : `in ${many}`;
}

/** For example `3 Apr 2026, 22:13:42 CEST`. */
export const exactTime = (time: Date): string => exact.format(time);

/** For example `22:13:42`, preceded by the date unless it is the date of `now`. */
export const timeOfDay = (time: Date, now: Date): string =>
  day.format(time) === day.format(now) ? clock.format(time) : `${day.format(time)}, ${clock.format(time)}`;

/** For example `420 ms`, `3.1 s`, `2 min 5 s`, `3 h 12 min`. */
export function duration(milliseconds: number): string {
  if (milliseconds < 1000) return `${String(Math.round(milliseconds))} ms`;
  const seconds = milliseconds / 1000;
  if (seconds < 60) return `${seconds.toFixed(seconds < 10 ? 1 : 0)} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return withRest(minutes, 'min', Math.floor(seconds % 60), 's');
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return withRest(hours, 'h', minutes % 60, 'min');
  return withRest(Math.floor(hours / 24), 'd', hours % 24, 'h');
}

const withRest = (many: number, unit: string, rest: number, smaller: string): string =>
  rest === 0 ? `${String(many)} ${unit}` : `${String(many)} ${unit} ${String(rest)} ${smaller}`;

/** The value of a `datetime-local` input for a time. */
export function localInput(time: Date): string {
  return new Date(time.getTime() - time.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
