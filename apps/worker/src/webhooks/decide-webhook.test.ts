import { describe, expect, test } from '@jest/globals';
import { decideWebhook, type WebhookEnd } from './decide-webhook.ts';
import { readRetryAfter } from './read-retry-after.ts';
import { FAILING, MAX_RETRY_AFTER_MS, WEBHOOK_DELAYS_MS, webhookRetryDelay } from './webhook-schedule.ts';

const NOW = new Date('2026-05-01T12:00:00Z');
const middle = { now: () => NOW, random: () => 0.5 };
const attempt = { id: 'd', endpointId: 'e', n: 1, retryCount: 0 };
const answered = (status: number, retryAfter: string | null = null): WebhookEnd => ({
  kind: 'answered',
  status,
  retryAfter,
  beginning: 'words',
});
const last = WEBHOOK_DELAYS_MS.length;

describe('decideWebhook', () => {
  test.each([200, 201, 204, 299])('status %i delivers the webhook', (status) => {
    expect(decideWebhook(attempt, answered(status), middle)).toEqual({
      ...attempt,
      outcome: 'delivered',
      httpStatus: status,
      response: 'words',
      error: null,
      status: 'delivered',
      retryInMs: null,
      disable: null,
    });
  });

  test.each([
    ['a redirect', answered(307), 'refused'],
    ['a client error', answered(400), 'refused'],
    ['a server error', answered(500), 'refused'],
    ['a timeout', { kind: 'failed', reason: 'timeout', message: 'x', temporary: true }, 'no_answer'],
    ['a private address', { kind: 'refused', reason: 'private_address', message: 'x' }, 'forbidden'],
    ['a lost worker', { kind: 'abandoned' }, 'abandoned'],
  ] as const satisfies readonly (readonly [string, WebhookEnd, string])[])(
    'a webhook is retried after %s, until the schedule is exhausted',
    (_, end, outcome) => {
      const first = decideWebhook(attempt, end, middle);
      expect(first).toMatchObject({ outcome, status: 'pending', retryInMs: 5000, retryCount: 1, disable: null });
      expect(first.error).not.toBeNull();
      expect(decideWebhook({ ...attempt, retryCount: last }, end, middle)).toMatchObject({ status: 'failed', retryInMs: null });
    },
  );

  test('status 410 fails the webhook and disables the endpoint', () => {
    expect(decideWebhook(attempt, answered(410), middle)).toMatchObject({
      outcome: 'refused',
      status: 'failed',
      retryInMs: null,
      disable: expect.stringContaining('410'),
    });
  });

  test('Retry-After of 429 and 503 delays the retry', () => {
    expect(decideWebhook(attempt, answered(429, '120'), middle)).toMatchObject({ retryInMs: 120_000 });
    expect(decideWebhook(attempt, answered(503, 'Fri, 01 May 2026 13:00:00 GMT'), middle)).toMatchObject({
      retryInMs: 3_600_000,
    });
  });
});

describe('the retry schedule', () => {
  test('has the documented delays, with a jitter of one fifth', () => {
    const minutes = WEBHOOK_DELAYS_MS.map((delay) => delay / 60_000);
    expect(minutes).toEqual([5 / 60, 5, 30, 120, 300, 600, 600]);
    expect(webhookRetryDelay(1, null, () => 0)).toBe(240_000);
    expect(webhookRetryDelay(1, null, () => 0.999_999)).toBe(360_000);
    expect(webhookRetryDelay(last, null, () => 0)).toBeNull();
    expect(webhookRetryDelay(last, 1000, () => 0)).toBeNull();
  });

  test('Retry-After shortens no delay, and is honored up to a day', () => {
    expect(webhookRetryDelay(1, 1000, () => 0.5)).toBe(300_000);
    expect(webhookRetryDelay(1, Number.MAX_VALUE, () => 0.5)).toBe(MAX_RETRY_AFTER_MS);
  });

  test('every delay is shorter than the gap after which failures are forgotten', () => {
    const longest = Math.max(MAX_RETRY_AFTER_MS, ...WEBHOOK_DELAYS_MS.map((delay) => delay * 1.2));
    expect(FAILING.forgottenAfterMs).toBeGreaterThan(longest);
    expect(FAILING.limitMs).toBe(5 * 86_400_000);
  });
});

describe('readRetryAfter', () => {
  test.each([
    ['7', 7000],
    [' 0 ', 0],
    ['Fri, 01 May 2026 12:00:30 GMT', 30_000],
    ['Friday, 01-May-26 12:00:30 GMT', 30_000],
    ['Fri, 01 May 2026 11:00:00 GMT', 0],
    ['', null],
    ['-5', null],
    ['1.5', null],
    ['2027', 2_027_000],
    ['soon', null],
    ['Someday soon', null],
    [null, null],
  ])('%j means %j ms', (value, expected) => expect(readRetryAfter(value, NOW.getTime())).toBe(expected));
});
