import { afterEach, expect, test } from '@jest/globals';
import { setKeyWeights, weightOf } from './key-weights.ts';

afterEach(() => setKeyWeights(new Map()));

test('a key has the weight set last, and 1 when it is missing', () => {
  expect(weightOf('a')).toBe(1);
  setKeyWeights(new Map([['a', 3]]));
  expect([weightOf('a'), weightOf('b')]).toEqual([3, 1]);
  setKeyWeights(new Map([['b', 10]]));
  expect([weightOf('a'), weightOf('b')]).toEqual([1, 10]);
});
