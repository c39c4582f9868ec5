import { expect, test } from '@jest/globals';
import { ratios } from './ratios.ts';
import { steadyRate } from './steady-rate.ts';
import { percentile, summarise } from './summarise.ts';

test('the median of an even number of rounds is the mean of the middle two', () => {
  expect(summarise([4, 1, 3, 2])).toEqual({ median: 2.5, least: 1, most: 4 });
  expect(summarise([5, 1, 3])).toEqual({ median: 3, least: 1, most: 5 });
});

test('a percentile is interpolated between its neighbors', () => {
  const hundred = Array.from({ length: 101 }, (_, n) => n);
  expect(percentile(hundred, 99)).toBe(99);
  expect(percentile([10, 20], 75)).toBe(17.5);
  expect(percentile([], 50)).toBeNaN();
});

test('a ratio compares a round with the same round of the floor', () => {
  expect(ratios([10, 30], [5, 10])).toEqual([2, 3]);
});

test('a rate does not include the warm-up', () => {
  // Ten intervals of 100: the first two take a second each, the others a tenth of a second.
  const marks = [0, 1000, 2000, 2100, 2200, 2300, 2400, 2500, 2600, 2700];
  expect(steadyRate(marks, 100)).toBeCloseTo(1000);
  expect(steadyRate([0], 100)).toBeNaN();
});
