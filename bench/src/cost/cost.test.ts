import { expect, test } from '@jest/globals';
import { hostileText } from './hostile-text.ts';
import { COST_CASES } from './index.ts';
import { seededRandom } from './seeded-random.ts';

const SEEDS = Array.from({ length: 40 }, (_, seed) => seed);

test('a seed always generates the same text, of about the requested length', () => {
  const make = (seed: number) => hostileText(seededRandom(seed), ['<a>', '</a>', 'x'], 10_000);
  expect(SEEDS.map(make)).toEqual(SEEDS.map(make));
  expect(new Set(SEEDS.map(make)).size).toBeGreaterThan(SEEDS.length / 2);
  for (const seed of SEEDS) expect(Math.abs(make(seed).length - 10_000)).toBeLessThan(5000);
});

test.each(COST_CASES.map((open) => [open().name, open] as const))(
  '%s: every input is parsed or rejected',
  async (_name, open) => {
    const costCase = open();
    for (const seed of SEEDS) await costCase.run(costCase.generate(seededRandom(seed), 2048));
    await costCase.close?.();
  },
);
