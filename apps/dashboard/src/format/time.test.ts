import { describe, expect, test } from '@jest/globals';
import { duration, exactTime, localInput, readTime, relativeTime, timeOfDay } from './time.ts';

describe('a time of the API', () => {
  test.each(['2026-04-03 22:13:42.674000+00', '2026-04-03T22:13:42.674Z', '2026-04-03T22:13:42.674+00:00'])(
    '%s is read',
    (text) => {
      expect(readTime(text).getTime()).toBe(Date.UTC(2026, 3, 3, 22, 13, 42, 674));
    },
  );
});

test.each([
  [-500, 'now'],
  [1500, 'now'],
  [2000, 'in 2 s'],
  [-5000, '5 s ago'],
  [-59_999, '59 s ago'],
  [-60_000, '1 min ago'],
  [2 * 3_600_000, 'in 2 h'],
  [-3 * 86_400_000, '3 d ago'],
])('%i ms from now is %s', (difference, text) => {
  expect(relativeTime(new Date(1e12 + difference), new Date(1e12))).toBe(text);
});

test.each([
  [12, '12 ms'],
  [3140, '3.1 s'],
  [42_000, '42 s'],
  [125_000, '2 min 5 s'],
  [3_600_000, '1 h'],
  [90_000_000, '1 d 1 h'],
])('%i ms is %s', (milliseconds, text) => {
  expect(duration(milliseconds)).toBe(text);
});

test('a datetime-local input contains the local time to the minute', () => {
  const time = new Date(2026, 3, 3, 22, 13, 42);
  expect(localInput(time)).toBe('2026-04-03T22:13');
});

test('an exact time includes its zone, and a clock time of another day includes its date', () => {
  const time = new Date(2026, 3, 3, 22, 13, 42);
  expect(exactTime(time)).toMatch(/^3 Apr 2026, 22:13:42 \S+$/);
  expect(timeOfDay(time, new Date(2026, 3, 3, 23))).toBe('22:13:42');
  expect(timeOfDay(time, new Date(2026, 3, 4, 1))).toBe('3 Apr 2026, 22:13:42');
});
