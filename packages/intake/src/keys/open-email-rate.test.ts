import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { SendoffError } from '@sendoff/core';
import { openEmailRate, type EmailRate, type ShareCounts } from './open-email-rate.ts';

const KEY = '019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b';
const OTHER = '019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5c';

let clock: number;
let opened: EmailRate[];
let sums: Map<string, number>;
let away: boolean;
const warn = jest.fn();

/** The counts that the processes share. */
const share: ShareCounts = (counts) => {
  if (away) return Promise.reject(new Error('away'));
  for (const [key, emails] of counts) sums.set(key, (sums.get(key) ?? 0) + emails);
  return Promise.resolve(new Map([...counts.keys()].map((key) => [key, sums.get(key) ?? 0])));
};

function open(count = 10, parts: { readonly share?: ShareCounts } = { share }): EmailRate {
  const rate = openEmailRate({ count, periodMs: 1000 }, { ...parts, logger: { warn } as never, now: () => clock });
  opened.push(rate);
  return rate;
}

/** How many single emails are accepted until one is refused. */
function fill(rate: EmailRate, key = KEY): number {
  for (let n = 0; ; n += 1) {
    try {
      rate.take(key, 1);
    } catch (error) {
      if (error instanceof SendoffError && error.code === 'rate_limited') return n;
      throw error;
    }
  }
}

beforeEach(() => {
  [clock, opened, away] = [0, [], false];
  sums = new Map();
  warn.mockClear();
});
afterEach(() => {
  for (const rate of opened) rate.close();
});

describe('a process', () => {
  test('accepts the limit at once, and then emails at the rate', () => {
    const rate = open();
    expect(fill(rate)).toBe(10);
    clock += 300;
    expect(fill(rate)).toBe(3);
    clock += 60_000;
    expect(fill(rate)).toBe(10);
  });

  test('counts each key separately', () => {
    const rate = open();
    fill(rate);
    expect(fill(rate, OTHER)).toBe(10);
  });

  test('accepts a batch larger than what is left, and delays the next request accordingly', () => {
    const rate = open();
    rate.take(KEY, 100);
    clock += 9000;
    expect(fill(rate)).toBe(0);
    clock += 100;
    expect(fill(rate)).toBe(1);
  });

  test('returns how much is left and when to retry', () => {
    const rate = open();
    rate.take(KEY, 4);
    expect(rate.state(KEY)).toEqual({ limit: 10, remaining: 6, resetSeconds: 1 });
    rate.count(KEY, 56);
    expect(rate.state(KEY)).toEqual({ limit: 10, remaining: 0, resetSeconds: 6 });
    expect(() => rate.refuseIfUsedUp(KEY)).toThrow(expect.objectContaining({ code: 'rate_limited', retryAfter: 6 }));
  });
});

describe('processes that share counts', () => {
  test('accept the rate of one process over time, plus a burst between exchanges', async () => {
    const rates = [open(), open()];
    let letIn = 0;
    for (let n = 0; n < 100; n += 1) {
      for (const rate of rates) letIn += fill(rate);
      for (const rate of rates) await rate.shareNow();
      clock += 500;
    }
    // 50 seconds at 10 emails per second, plus the initial bursts.
    expect(letIn).toBeGreaterThanOrEqual(500);
    expect(letIn).toBeLessThanOrEqual(530);
  });

  test('do not subtract emails of other processes that were accepted long ago', async () => {
    const [first, second] = [open(), open()];
    fill(second);
    await second.shareNow();
    fill(first);
    for (const rate of [first, second]) await rate.shareNow();
    clock += 60_000;
    for (const rate of [first, second]) await rate.shareNow();
    expect(fill(first)).toBe(10);
  });

  test('apply the limit alone while sharing fails, and do not subtract counts of that time later', async () => {
    const [first, second] = [open(), open()];
    for (const rate of [first, second]) {
      rate.take(KEY, 1);
      await rate.shareNow();
    }
    away = true;
    for (let n = 0; n < 100; n += 1) {
      for (const rate of [first, second]) {
        fill(rate);
        await rate.shareNow();
      }
      clock += 1000;
    }
    expect(warn).toHaveBeenCalledTimes(2);
    away = false;
    for (const rate of [first, second]) await rate.shareNow();
    clock += 1000;
    for (const rate of [first, second]) await rate.shareNow();
    expect(fill(first)).toBe(10);
  });

  test('subtract nothing when the shared counts are lost', async () => {
    const rate = open();
    rate.take(KEY, 5);
    await rate.shareNow();
    sums.clear();
    rate.take(KEY, 1);
    await rate.shareNow();
    expect(rate.state(KEY).remaining).toBe(4);
  });

  test('share the counts of many keys at once, except keys with a full bucket', async () => {
    const asked = jest.fn(share);
    const rate = open(10, { share: asked });
    for (let n = 0; n < 1000; n += 1) rate.take(String(n), 1);
    await rate.shareNow();
    expect(asked).toHaveBeenCalledTimes(1);
    clock += 1000;
    await rate.shareNow();
    expect(asked).toHaveBeenCalledTimes(1);
  });
});
