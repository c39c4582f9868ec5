import { describe, expect, test } from '@jest/globals';
import { formatResult } from './format-result.ts';
import { missedGoals } from './missed-goals.ts';
import { formatEvidence, type EvidenceRow } from './write-evidence.ts';

const times = { p50: 10, p99: 20 };
const row = (changes: Partial<EvidenceRow>): EvidenceRow => ({
  name: 'meteor',
  title: 'A meteor',
  seconds: 12,
  accept: { http: times, smtp: times },
  toRelay: { p50: 50, p99: 1234 },
  emails: 300,
  refused: {},
  lost: 0,
  duplicated: 0,
  peakMemory: { api: 150, worker: 140, smtp: 90 },
  recoveryMs: 900,
  attacker: { '200': 7 },
  problems: [],
  machine: { processor: 'p', memory: 'm', system: 's', node: 'n', postgres: '18', redis: '7', sendoff: '1 at abc' },
  ...changes,
});

describe('the goals', () => {
  test('are met when every time is within its limit', () => {
    expect(missedGoals(row({}))).toEqual([]);
  });

  test('are missed by times over the limit, missing measurements and a missing recovery', () => {
    const slow = row({
      accept: { http: { p50: 10, p99: 251 }, smtp: { p50: Number.NaN, p99: Number.NaN } },
      toRelay: { p50: 10, p99: Number.POSITIVE_INFINITY },
      recoveryMs: null,
    });
    expect(missedGoals(slow)).toEqual([
      'accept by HTTP 251 ms, goal 250 ms',
      'accept by SMTP none, goal 250 ms',
      'accept to relay none, goal 5.0 s',
      'recovery none, goal 10.0 s',
    ]);
  });
});

test('the terminal output has the verdict, the figures and the problems', () => {
  expect(formatResult(row({}))).toMatch(/^ok {3}meteor, 12 s\n.*HTTP 10 ms \/ 20 ms.*\n.*api 150 MB.*after 900 ms\n.*200 × 7$/);
  const failed = formatResult(row({ problems: ['api exited'] })).split('\n');
  expect([failed[0], failed.at(-1)]).toEqual(['FAIL meteor, 12 s', '     ! api exited']);
});

describe('the evidence page', () => {
  test('has a row for each attack with whether it meets the goals', () => {
    const page = formatEvidence([
      row({}),
      row({ name: 'flood', title: 'A flood', refused: { '503': 3 }, problems: ['3 emails of the bystander: 503'] }),
    ]);
    expect(page).toContain('| A meteor | 10 ms / 20 ms | 10 ms / 20 ms | 50 ms / 1.2 s | 0 | 150, 140, 90 | 900 ms | yes |');
    expect(page).toContain(
      '| A flood | 10 ms / 20 ms | 10 ms / 20 ms | 50 ms / 1.2 s | 3 | 150, 140, 90 | 900 ms | **no**: 3 emails',
    );
    expect(page).toContain('1 of 2 attacks do not meet them.');
    expect(page).toMatch(/- p, m, s; Sendoff 1 at abc, .* 12 s for each attack\n$/);
  });

  test('lists which attacks ran with which version', () => {
    const other = row({ name: 'flood', machine: { ...row({}).machine, sendoff: '1 at def' } });
    expect(formatEvidence([row({}), other])).toMatch(/Sendoff 1 at abc.*: meteor\n.*Sendoff 1 at def.*: flood\n$/);
  });
});
