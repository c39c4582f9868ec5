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
  test('are met by a bystander that is served in time', () => {
    expect(missedGoals(row({}))).toEqual([]);
  });

  test('are missed by what took too long, by what could not be measured, and where nothing recovered', () => {
    const slow = row({
      accept: { http: { p50: 10, p99: 251 }, smtp: { p50: Number.NaN, p99: Number.NaN } },
      toRelay: { p50: 10, p99: Number.POSITIVE_INFINITY },
      recoveryMs: null,
    });
    expect(missedGoals(slow)).toEqual([
      'accept by HTTP 251 ms, of 250 ms',
      'accept by SMTP none, of 250 ms',
      'accept to relay none, of 5.0 s',
      'recovery none, of 10.0 s',
    ]);
  });
});

test('a line of the terminal has the verdict, the figures and what went wrong', () => {
  expect(formatResult(row({}))).toMatch(/^ok {3}meteor, 12 s\n.*HTTP 10 ms \/ 20 ms.*\n.*api 150 MB.*after 900 ms\n.*200 × 7$/);
  const failed = formatResult(row({ problems: ['api ended'] })).split('\n');
  expect([failed[0], failed.at(-1)]).toEqual(['FAIL meteor, 12 s', '     ! api ended']);
});

describe('the page', () => {
  test('has a line for each attack, and says whether the goals are met', () => {
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

  test('says which attacks ran with which version', () => {
    const other = row({ name: 'flood', machine: { ...row({}).machine, sendoff: '1 at def' } });
    expect(formatEvidence([row({}), other])).toMatch(/Sendoff 1 at abc.*: meteor\n.*Sendoff 1 at def.*: flood\n$/);
  });
});
