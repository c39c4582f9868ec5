import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, describe, expect, test } from '@jest/globals';
import { openFairLimiter, type FairLimiter, type Share } from './fair-limiter.ts';
import { setKeyWeights } from './key-weights.ts';
import { sharedResources } from './shared-resources.ts';

afterEach(() => setKeyWeights(new Map()));

/** Requests a share, and records it when it is granted. */
function asking(limiter: FairLimiter, key: string, amount = 1) {
  const asked: { share: Share | null } = { share: null };
  void limiter.acquire(key, { amount }).then((share) => (asked.share = share));
  return asked;
}

const limiterOf = (total: number, shareOfFree?: number): FairLimiter =>
  openFairLimiter({ resource: 'test', total, ...(shareOfFree !== undefined && { shareOfFree }) });

/** Makes keys of one letter wait for a share each and release it at once. @returns the keys in the order of the grants. */
async function orderOf(limiter: FairLimiter, keys: string): Promise<string> {
  const first = await limiter.acquire(keys.charAt(0));
  let order = '';
  const work = async (key: string): Promise<void> => {
    const share = await limiter.acquire(key);
    order += key;
    share.release();
  };
  const all = Promise.all(Array.from(keys, work));
  first.release();
  await all;
  return order;
}

describe('a fair limiter', () => {
  test('lets a single key have four fifths', async () => {
    const limiter = limiterOf(100);
    const asked = Array.from({ length: 100 }, () => asking(limiter, 'a'));
    await turn();
    expect(asked.filter(({ share }) => share !== null)).toHaveLength(80);
    expect(limiter.waiting()).toBe(20);
  });

  test('lets a key have everything until a second key appears, with soleKeyMayHaveAll', async () => {
    const limiter = openFairLimiter({ resource: 'test', total: 10, soleKeyMayHaveAll: true });
    const shares = Array.from({ length: 10 }, () => limiter.tryAcquire('a'));
    expect(shares).not.toContain(null);
    expect([limiter.hasSeveralKeys(), limiter.isWithinShare('a'), limiter.heldBy('a')]).toEqual([false, true, 10]);
    const late = asking(limiter, 'b');
    expect([limiter.hasSeveralKeys(), limiter.isWithinShare('a'), limiter.isWithinShare('b')]).toEqual([true, false, true]);
    shares[0]?.release();
    await turn();
    expect(late.share).not.toBeNull();
    expect(limiter.tryAcquire('a')).toBeNull();
  });

  test('gives a second key something at once after a greedy key', async () => {
    const limiter = limiterOf(10);
    for (let n = 0; n < 100; n += 1) asking(limiter, 'greedy');
    const late = asking(limiter, 'late');
    await turn();
    expect(late.share).not.toBeNull();
  });

  test('lets keys take turns, regardless of the number of their requests', async () => {
    expect(await orderOf(limiterOf(1), 'aaaaabc')).toBe('abcaaaa');
  });

  test('grants a key as many requests per turn as its weight, with one slot free at a time', async () => {
    setKeyWeights(new Map([['a', 3]]));
    expect(await orderOf(limiterOf(1), 'aaaaabbbc')).toBe('aaabcaabb');
  });

  test('grants a key as many requests per turn as its weight, with several slots freed at once', async () => {
    setKeyWeights(new Map([['a', 3]]));
    const limiter = limiterOf(9, 100);
    const all = await limiter.acquire('x', { amount: 9 });
    for (const key of 'aaaaaaaaabbb') asking(limiter, key);
    all.release();
    await turn();
    expect([limiter.heldBy('a'), limiter.heldBy('b')]).toEqual([6, 2]);
  });

  test('lets a key of weight 3 hold three times as much as a key of weight 1', async () => {
    setKeyWeights(new Map([['heavy', 3]]));
    const limiter = limiterOf(170);
    const granted = { heavy: [] as Share[], light: [] as Share[] };
    for (const key of ['light', 'heavy'] as const)
      for (let n = 0; n < 1000; n += 1) void limiter.acquire(key).then((share) => granted[key].push(share));
    for (let n = 0; n < 500; n += 1) {
      await turn();
      for (const key of ['light', 'heavy'] as const) granted[key].shift()?.release();
    }
    await turn();
    expect([limiter.heldBy('heavy'), limiter.heldBy('light')]).toEqual([120, 40]);
  });

  test('grants the only slot to a key that holds none', async () => {
    const limiter = limiterOf(1);
    const share = await limiter.acquire('a');
    expect(limiter.tryAcquire('b')).toBeNull();
    share.release();
    expect(limiter.tryAcquire('b')).not.toBeNull();
  });

  test('a request for more than the total waits for everything, and is not overtaken', async () => {
    const limiter = limiterOf(100);
    const small = await limiter.acquire('a', { amount: 10 });
    const large = asking(limiter, 'b', 500);
    const later = asking(limiter, 'c', 10);
    await turn();
    expect([large.share, later.share]).toEqual([null, null]);
    small.release();
    await turn();
    expect(large.share).not.toBeNull();
    expect(later.share).toBeNull();
    large.share?.release();
    await turn();
    expect(later.share).not.toBeNull();
  });

  test('a share shrinks, never grows, and is released once', async () => {
    const limiter = limiterOf(100);
    const share = await limiter.acquire('a', { amount: 60 });
    const other = asking(limiter, 'b', 50);
    share.shrinkTo(70);
    await turn();
    expect(other.share).toBeNull();
    share.shrinkTo(50);
    await turn();
    expect(other.share).not.toBeNull();
    share.release();
    share.release();
    expect(limiter.tryAcquire('c', 51)).toBeNull();
    expect(limiter.tryAcquire('c', 50)).not.toBeNull();
  });

  test('a release is granted to as many requests of one key as fit', async () => {
    const limiter = limiterOf(10, 100);
    const large = await limiter.acquire('a', { amount: 10 });
    const small = [asking(limiter, 'b'), asking(limiter, 'b'), asking(limiter, 'b')];
    large.release();
    await turn();
    expect(small.every(({ share }) => share !== null)).toBe(true);
  });

  test('a request aborted while waiting rejects with the reason, and blocks no other', async () => {
    const limiter = limiterOf(10);
    await limiter.acquire('a', { amount: 5 });
    const abort = new AbortController();
    const large = limiter.acquire('b', { amount: 10, signal: abort.signal });
    const small = asking(limiter, 'c', 5);
    await turn();
    expect(small.share).toBeNull();
    const reason = new Error('deadline');
    abort.abort(reason);
    await expect(large).rejects.toBe(reason);
    await turn();
    expect(small.share).not.toBeNull();
    expect(limiter.waiting()).toBe(0);
  });

  test('a request that times out or is aborted gets null, and blocks no other', async () => {
    const limiter = limiterOf(10);
    const held = await limiter.acquire('a', { amount: 5 });
    expect(await limiter.acquireWithin('b', 1, { amount: 10 })).toBeNull();
    const abort = new AbortController();
    const aborted = limiter.acquireWithin('b', 60_000, { amount: 10, signal: abort.signal });
    abort.abort();
    expect(await aborted).toBeNull();
    expect(await limiter.acquireWithin('b', 60_000, { amount: 5, signal: abort.signal })).toBeNull();
    expect(limiter.waiting()).toBe(0);
    const granted = limiter.acquireWithin('b', 60_000, { amount: 10 });
    held.release();
    expect(await granted).not.toBeNull();
  });

  test('reports what each key holds and waits for', async () => {
    const limiter = openFairLimiter({ resource: 'test places', total: 2 });
    const share = await limiter.acquire('a');
    asking(limiter, 'a');
    asking(limiter, 'b');
    expect(sharedResources().get('test places')).toEqual([
      { key: 'a', held: 1, waiting: 1 },
      { key: 'b', held: 1, waiting: 0 },
    ]);
    share.release();
    await turn();
    expect(sharedResources().get('test places')).toEqual([
      { key: 'b', held: 1, waiting: 0 },
      { key: 'a', held: 1, waiting: 0 },
    ]);
  });

  test('never exceeds its total, and is completely free in the end', async () => {
    const limiter = limiterOf(50);
    let held = 0;
    let most = 0;
    const work = async (n: number): Promise<void> => {
      const amount = ((n * 37) % 20) + 1;
      const share = await limiter.acquire(`key ${String(n % 7)}`, { amount });
      held += amount;
      most = Math.max(most, held);
      await turn();
      held -= amount;
      share.release();
    };
    await Promise.all(Array.from({ length: 500 }, (_, n) => work(n)));
    expect(most).toBeLessThanOrEqual(50);
    expect(limiter.waiting()).toBe(0);
    expect(limiter.tryAcquire('a', 50)).not.toBeNull();
  });
});
