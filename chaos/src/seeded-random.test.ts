import { expect, test } from '@jest/globals';
import { seededRandom } from './seeded-random.ts';

test('a seed always generates the same numbers, and another seed different ones', () => {
  const draw = (seed: number) => {
    const { between } = seededRandom(seed, 'worker-killed', 'redis');
    return Array.from({ length: 20 }, () => between(1, 1000));
  };
  expect(draw(1)).toEqual(draw(1));
  expect(draw(1)).not.toEqual(draw(2));
  expect(new Set(draw(1)).size).toBeGreaterThan(15);
});

test('a number between two bounds can be either bound and never lies outside', () => {
  const { between } = seededRandom(3);
  expect(new Set(Array.from({ length: 200 }, () => between(2, 4)))).toEqual(new Set([2, 3, 4]));
});
