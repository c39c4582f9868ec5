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

/** What processes tell each other by. */
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

/** How many single emails get in until one is refused. */
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
  test('lets in as many as the limit at once, and then at its rate', () => {
    const rate = open();
    expect(fill(rate)).toBe(10);
    clock += 300;
    expect(fill(rate)).toBe(3);
    clock += 60_000;
    expect(fill(rate)).toBe(10);
  });

  test('counts each key by itself', () => {
    const rate = open();
    fill(rate);
    expect(fill(rate, OTHER)).toBe(10);
  });

  test('lets in a batch that is larger than what is left, and the next one waits for as long as it takes', () => {
    const rate = open();
    rate.take(KEY, 100);
    clock += 9000;
    expect(fill(rate)).toBe(0);
    clock += 100;
    expect(fill(rate)).toBe(1);
  });

  test('says how much is left, and when to come again', () => {
    const rate = open();
    rate.take(KEY, 4);
    expect(rate.state(KEY)).toEqual({ limit: 10, remaining: 6, resetSeconds: 1 });
    rate.count(KEY, 56);
    expect(rate.state(KEY)).toEqual({ limit: 10, remaining: 0, resetSeconds: 6 });
    expect(() => rate.refuseIfUsedUp(KEY)).toThrow(expect.objectContaining({ code: 'rate_limited', retryAfter: 6 }));
  });
});

describe('processes that share', () => {
  test('let in over time what one would, besides what each had before it heard of the other', async () => {
    const rates = [open(), open()];
    let letIn = 0;
    for (let n = 0; n < 100; n += 1) {
      for (const rate of rates) letIn += fill(rate);
      for (const rate of rates) await rate.shareNow();
      clock += 500;
    }
    // 50 seconds at 10 a second, and the bursts at the start.
    expect(letIn).toBeGreaterThanOrEqual(500);
    expect(letIn).toBeLessThanOrEqual(530);
  });

  test('take nothing from each other for what was let in long ago', async () => {
    const [first, second] = [open(), open()];
    fill(second);
    await second.shareNow();
    fill(first);
    for (const rate of [first, second]) await rate.shareNow();
    clock += 60_000;
    for (const rate of [first, second]) await rate.shareNow();
    expect(fill(first)).toBe(10);
  });

  test('hold to the limit by themselves while the others cannot be reached, and owe nothing for that time afterwards', async () => {
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

  test('owe nothing where what they share is lost', async () => {
    const rate = open();
    rate.take(KEY, 5);
    await rate.shareNow();
    sums.clear();
    rate.take(KEY, 1);
    await rate.shareNow();
    expect(rate.state(KEY).remaining).toBe(4);
  });

  test('tell of many keys at once, and of none that has all of its emails left', async () => {
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
