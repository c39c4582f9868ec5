import { expect, test } from '@jest/globals';
import { openTokenBucket } from './token-bucket.ts';

/** The times of `count` messages sent as early as possible. */
function times(rate: { readonly count: number; readonly periodMs: number }, count: number): number[] {
  let now = 0;
  const bucket = openTokenBucket(rate, () => now);
  return Array.from({ length: count }, () => {
    now += bucket.msUntil();
    bucket.take();
    return now;
  });
}

test.each([
  [{ count: 100, periodMs: 1000 }, 110],
  [{ count: 10, periodMs: 1000 }, 11],
  [{ count: 60, periodMs: 60_000 }, 61],
  [{ count: 5000, periodMs: 1000 }, 5500],
])('no window of %j exceeds the rate by more than a tenth of a second', (rate, most) => {
  const sent = times(rate, rate.count * 3);
  let end = 0;
  const inWindow = sent.map((from, start) => {
    while ((sent[end] ?? Infinity) < from + rate.periodMs) end += 1;
    return end - start;
  });
  expect(Math.max(...inWindow)).toBeLessThanOrEqual(most);
  // The rate is also reached: the messages of three periods take three periods.
  expect(sent.at(-1)).toBeGreaterThan(rate.periodMs * 2.8);
  expect(sent.at(-1)).toBeLessThanOrEqual(rate.periodMs * 3);
});

test('a pause allows a burst of at most a tenth of a second', () => {
  let now = 0;
  const bucket = openTokenBucket({ count: 100, periodMs: 1000 }, () => now);
  now = 3_600_000;
  for (let n = 0; n < 10; n += 1) bucket.take();
  expect(bucket.msUntil()).toBe(10);
  expect(bucket.msUntil(3)).toBe(30);
});
