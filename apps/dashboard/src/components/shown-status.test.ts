import { describe, expect, test } from '@jest/globals';
import { explanationOf, shownStatusOf, type ShownEmail } from './shown-status.ts';

const SENT: ShownEmail = {
  status: 'sent',
  mode: 'live',
  last_event: 'sent',
  failure: null,
  to: ['a@b.example'],
  cc: [],
  bcc: [],
};
const failure = { reason: 'bounced after it was sent: 5.1.1' };

describe('the shown status of an email', () => {
  test.each<[string, Partial<ShownEmail>, string, string]>([
    ['sent without later feedback', {}, 'Sent', 'tone-good'],
    ['sent by a test key', { mode: 'test' }, 'Simulated', 'tone-calm'],
    ['refused in the sandbox', { mode: 'test', status: 'bounced', failure }, 'Bounced (sandbox)', 'tone-calm'],
    ['queued in the sandbox', { mode: 'test', status: 'queued' }, 'Queued (sandbox)', 'tone-calm'],
    ['bounced after it was sent', { last_event: 'bounced', failure }, 'Sent, then bounced', 'tone-bad'],
    ['sent to some recipients', { to: ['a@b.example', 'c@d.example'], failure }, 'Sent, not to all', 'tone-warn'],
    ['reported as spam', { last_event: 'complained' }, 'Sent, reported as spam', 'tone-bad'],
    ['delayed after it was sent', { last_event: 'delivery_delayed' }, 'Sent, delayed', 'tone-warn'],
    ['delivered', { last_event: 'delivered' }, 'Sent', 'tone-good'],
    ['failed', { status: 'failed', failure }, 'Failed', 'tone-bad'],
    ['in doubt', { status: 'in_doubt' }, 'In doubt', 'tone-warn'],
  ])('%s', (_, changes, word, tone) => {
    expect(shownStatusOf({ ...SENT, ...changes })).toEqual({ word, tone });
  });
});

test('the list of emails explains failures and delays only', () => {
  const waiting = { reason: 'greylisted: 451', next_attempt_at: null };
  expect(explanationOf({ status: 'sent', failure, waiting: null })).toBe(failure.reason);
  expect(explanationOf({ status: 'deferred', failure: null, waiting })).toBe('greylisted: 451');
  expect(explanationOf({ status: 'queued', failure: null, waiting: { ...waiting, reason: 'queued' } })).toBeNull();
  expect(explanationOf({ status: 'queued', failure: null, waiting })).toBe('greylisted: 451');
  expect(explanationOf({ status: 'sent', failure: null, waiting: null })).toBeNull();
});
