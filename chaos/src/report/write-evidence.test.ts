import { describe, expect, test } from '@jest/globals';
import type { Fault } from '../faults/fault.ts';
import type { EvidenceRow } from './evidence-row.ts';
import { whyNoEvidence } from './why-no-evidence.ts';
import { formatEvidence } from './write-evidence.ts';

const figures = { accepted: 2000, recipients: 2200, delivered: 2200, refused: 0, lost: 0, duplicated: 1, inDoubt: 1 };
const machine = { processor: 'p', memory: 'm', system: 's', node: 'n', postgres: '18', redis: '7', sendoff: '1 at abc' };
const row = (changes: Partial<EvidenceRow>): EvidenceRow => ({
  fault: 'flood',
  title: 'A flood',
  engine: 'redis',
  seed: 1,
  figures,
  unanswered: 0,
  seconds: 3,
  notes: ['took 3 s'],
  problems: [],
  logFile: '',
  machine,
  day: '2026-01-02',
  ...changes,
});

describe('the evidence page', () => {
  const page = formatEvidence([
    row({}),
    row({ seed: 2, figures: { ...figures, duplicated: 2 } }),
    row({ fault: 'fire', title: 'A fire', seed: 2, machine: { ...machine, sendoff: '1 at def' } }),
  ]);

  test('adds up the seeds of a fault and lists the measurements of each', () => {
    expect(page).toContain('| A flood | Redis | 1, 2 | 4000 | 4400 | 4400 | 0 | 0 | 3 | 2 |');
    expect(page).toContain('All 3 runs passed.');
    expect(page).toContain('(redis, seed 2): took 3 s');
  });

  test('lists which results belong to which version', () => {
    expect(page).toContain('- 2026-01-02, Sendoff 1 at abc: seed 1; of seed 2 flood (redis)\n');
    expect(page).toContain('- 2026-01-02, Sendoff 1 at def: of seed 2 fire (redis)\n');
  });
});

describe('the check before publishing', () => {
  const faults: Fault[] = [
    { name: 'flood', title: 'A flood', engines: ['redis'] },
    { name: 'long', title: 'A long one', engines: ['redis'], onDemand: true },
  ];
  const whole = [row({}), row({ seed: 2 }), row({ fault: 'long', seed: 2 })];

  test('accepts every fault for every seed, and one seed of those on request', () => {
    expect(whyNoEvidence(whole, faults)).toBeUndefined();
  });

  test.each([
    ['nothing at all', [], faults, 'not run'],
    ['a seed without a row', [row({}), row({ fault: 'long', seed: 2 })], faults, 'not run: flood on redis, seed 2'],
    ['no row on demand', [row({})], faults, 'not run: long on redis, seed 1'],
    ['one engine of two', [row({})], [{ name: 'flood', title: 'A flood' }], 'not run: flood on postgres, seed 1'],
    ['a row that failed', [...whole, row({ seed: 3, problems: ['lost'] })], faults, 'flood on redis, seed 3 failed'],
    ['few emails', [row({ figures: { ...figures, accepted: 1999 } })], faults, 'fewer than 2000'],
    ['two machines', [...whole, row({ seed: 3, machine: { ...machine, memory: 'x' } })], faults, 'same hardware'],
  ])('is %s', (_, rows, all, why) => {
    expect(whyNoEvidence(rows, all)).toContain(why);
  });
});
