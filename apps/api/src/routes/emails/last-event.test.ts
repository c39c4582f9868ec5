import { describe, expect, test } from '@jest/globals';
import { lastEvent } from './last-event.ts';

const standing = { attemptCount: 1, scheduledAt: null };

describe('lastEvent', () => {
  test.each([
    ['scheduled', 'scheduled'],
    ['queued', 'queued'],
    ['deferred', 'delivery_delayed'],
    ['in_doubt', 'delivery_delayed'],
    ['sent', 'sent'],
    ['bounced', 'bounced'],
    ['failed', 'failed'],
    ['suppressed', 'suppressed'],
    ['canceled', 'canceled'],
  ] as const)('%s shows as %s', (status, expected) => {
    expect(lastEvent({ ...standing, status })).toBe(expected);
  });

  test('an attempt under way shows what was before it', () => {
    expect(lastEvent({ ...standing, status: 'sending' })).toBe('queued');
    expect(lastEvent({ ...standing, status: 'sending', scheduledAt: new Date() })).toBe('scheduled');
    expect(lastEvent({ ...standing, status: 'sending', attemptCount: 2 })).toBe('delivery_delayed');
  });
});
