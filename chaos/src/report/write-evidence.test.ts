import { expect, test } from '@jest/globals';
import { type RowResult } from '../run-row.ts';
import { formatEvidence } from './write-evidence.ts';

const figures = { accepted: 10, recipients: 12, delivered: 12, refused: 0, lost: 0, duplicated: 1, inDoubt: 1, unanswered: 0 };
const row = (seed: number, duplicated: number) =>
  ({
    fault: 'f',
    title: 'A fault',
    engine: 'redis',
    seed,
    figures: { ...figures, duplicated },
    notes: ['took 3 s'],
    problems: [],
  }) as unknown as RowResult;
const machine = { processor: 'p', memory: 'm', system: 's', node: 'n', postgres: '18', redis: '7', sendoff: '1' };

test('the page sums up the seeds of a fault and tells what was measured in each', () => {
  const page = formatEvidence([row(1, 1), row(2, 2)], machine, new Date('2026-01-02T00:00:00Z'));
  expect(page).toContain('| A fault | Redis | 20 | 24 | 24 | 0 | 0 | 3 | 2 |');
  expect(page).toContain('All 2 runs passed.');
  expect(page).toContain('(redis, seed 2): took 3 s');
});
