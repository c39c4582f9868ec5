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
    ['defers less than a fifth', { deferred: 19 }, 'good'],
    ['defers a fifth', { deferred: 20 }, 'strained'],
    ['failed, then answered', { failed: 1, last_failure: failure(2, 'timeout') }, 'strained'],
    ['timed out once, possibly for one recipient domain', { failed: 1, last_failure: failure(0, 'timeout') }, 'strained'],
    ['refused the newest connection', { failed: 1, last_failure: failure(0, 'connection_refused') }, 'troubled'],
    ['newest attempts failed', { failed: 3, newest_failed: true, last_failure: failure(0, 'timeout') }, 'troubled'],
    [
      'never answered',
      { attempts: 1, failed: 1, newest_failed: true, last_answer: null, last_failure: failure(0, 'timeout') },
      'troubled',
    ],
    [
      'failed long ago without an attempt since',
      { failed: 1, last_answer: ago(50), last_failure: failure(40, 'dns') },
      'troubled',
    ],
    ['had no recent attempt', { last_answer: ago(16) }, 'unknown'],
  ])('%s: %j is %s', (_, changes, health) => {
    expect(healthOf(relay(changes), NOW)).toBe(health);
  });
});
