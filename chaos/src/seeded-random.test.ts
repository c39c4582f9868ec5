import { expect, test } from '@jest/globals';
import { seededRandom } from './seeded-random.ts';

test('the same seed makes the same choices, and another one others', () => {
  const draw = (seed: number) => {
    const { between } = seededRandom(seed, 'worker-killed', 'redis');
    return Array.from({ length: 20 }, () => between(1, 1000));
  };
  expect(draw(1)).toEqual(draw(1));
  expect(draw(1)).not.toEqual(draw(2));
  expect(new Set(draw(1)).size).toBeGreaterThan(15);
});

test('both bounds can be drawn, and nothing beyond them', () => {
  const { between } = seededRandom(3);
  expect(new Set(Array.from({ length: 200 }, () => between(2, 4)))).toEqual(new Set([2, 3, 4]));
});
