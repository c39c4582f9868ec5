import { describe, expect, test } from '@jest/globals';
import { healthOf, type RelayEvidence } from './relay-health.ts';

const NOW = new Date('2026-04-03T12:00:00Z');
const ago = (minutes: number) => ({ at: new Date(NOW.getTime() - minutes * 60_000).toISOString(), email_id: 'e' });
const failure = (minutes: number, reason: string) => ({ ...ago(minutes), reason, message: 'no' });

const relay = (changes: Partial<RelayEvidence>): RelayEvidence => ({
  attempts: 100,
  deferred: 0,
  failed: 0,
  newest_failed: false,
  last_answer: ago(1),
  last_failure: null,
  ...changes,
});

describe('the health of a relay', () => {
  test.each<[string, Partial<RelayEvidence>, string]>([
    ['answered lately', {}, 'good'],
    ['puts off now and then', { deferred: 19 }, 'good'],
    ['often puts off', { deferred: 20 }, 'strained'],
    ['failed and answers again', { failed: 1, last_failure: failure(2, 'timeout') }, 'strained'],
    ['failed once, perhaps for one receiver', { failed: 1, last_failure: failure(0, 'timeout') }, 'strained'],
    ['nothing listens after a hundred that went well', { failed: 1, last_failure: failure(0, 'connection_refused') }, 'troubled'],
    ['fails again and again', { failed: 3, newest_failed: true, last_failure: failure(0, 'timeout') }, 'troubled'],
    [
      'never answered',
      { attempts: 1, failed: 1, newest_failed: true, last_answer: null, last_failure: failure(0, 'timeout') },
      'troubled',
    ],
    [
      'failed long ago, and nothing was tried since',
      { failed: 1, last_answer: ago(50), last_failure: failure(40, 'dns') },
      'troubled',
    ],
    ['had no traffic for long', { last_answer: ago(16) }, 'unknown'],
  ])('%s: %j is %s', (_, changes, health) => {
    expect(healthOf(relay(changes), NOW)).toBe(health);
  });
});
