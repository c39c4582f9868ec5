import { expect, test } from '@jest/globals';
import { ratios } from './ratios.ts';
import { steadyRate } from './steady-rate.ts';
import { percentile, summarise } from './summarise.ts';

test('the median of an even number of rounds lies between the two in the middle', () => {
  expect(summarise([4, 1, 3, 2])).toEqual({ median: 2.5, least: 1, most: 4 });
  expect(summarise([5, 1, 3])).toEqual({ median: 3, least: 1, most: 5 });
});

test('a percentile lies between its neighbours in proportion', () => {
  const hundred = Array.from({ length: 101 }, (_, n) => n);
  expect(percentile(hundred, 99)).toBe(99);
  expect(percentile([10, 20], 75)).toBe(17.5);
  expect(percentile([], 50)).toBeNaN();
});

test('ratios compare a round with the floor of the same round', () => {
  expect(ratios([10, 30], [5, 10])).toEqual([2, 3]);
});

test('a rate leaves out the warm-up, however slow that was', () => {
  // Ten marks of 100: the first two a second apart each, the others a tenth of a second.
  const marks = [0, 1000, 2000, 2100, 2200, 2300, 2400, 2500, 2600, 2700];
  expect(steadyRate(marks, 100)).toBeCloseTo(1000);
  expect(steadyRate([0], 100)).toBeNaN();
});
