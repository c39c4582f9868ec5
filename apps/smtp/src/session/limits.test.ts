import { PassThrough, Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from '@jest/globals';
import type { SMTPServerDataStream } from 'smtp-server';
import { openConnectionLimiter } from './connection-limiter.ts';
import { countFailures } from './count-failures.ts';
import { SUBMISSION_LIMITS } from './limits.ts';
import { openMessageBudget, type MessageCharge } from './message-budget.ts';
import { ConnectionAborted } from './read-in-time.ts';
import { receiveData } from './receive-data.ts';

describe('openConnectionLimiter', () => {
  const connection = (id: string, remoteAddress = '192.0.2.1') => ({ id, remoteAddress });

  test('counts connections in total and per address until they leave', () => {
    const limiter = openConnectionLimiter({ total: 3, perAddress: 2 });
    limiter.enter(connection('a'));
    limiter.enter(connection('b'));
    expect(() => limiter.enter(connection('c'))).toThrow('Too many connections from your address');
    // Leaving of a connection that was not admitted frees no place.
    limiter.leave(connection('c'));
    limiter.enter(connection('d', '192.0.2.2'));
    expect(() => limiter.enter(connection('e', '192.0.2.3'))).toThrow('Too many connections.');
    limiter.leave(connection('a'));
    limiter.leave(connection('a'));
    expect(limiter.count()).toBe(2);
    limiter.enter(connection('f'));
  });
});

describe('countFailures', () => {
  test('an address may fail again after its window has ended', () => {
    let now = 0;
    const countFailure = countFailures({ count: 2, periodMs: 1000 }, () => now);
    expect(countFailure('a')).toBe(false);
    now = 900;
    expect(countFailure('a')).toBe(false);
    expect(countFailure('a')).toBe(true);
    expect(countFailure('b')).toBe(false);
    now = 1000;
    expect(countFailure('a')).toBe(false);
  });

  test('drops the oldest address beyond 10,000 addresses', () => {
    const countFailure = countFailures({ count: 1, periodMs: 1000 }, () => 0);
    for (let n = 0; n <= 10_000; n += 1) countFailure(String(n));
    expect(countFailure('2')).toBe(true);
    expect(countFailure('0')).toBe(false);
  });
});

describe('openMessageBudget', () => {
  const KILOBYTE = 1024;

  test('a key that uses up its share leaves room for other keys, and small messages have a reserve', () => {
    const budget = openMessageBudget(800 * KILOBYTE);
    const large = budget.openCharge('a');
    let taken = 0;
    while (large.take(10 * KILOBYTE)) taken += 10;
    // Two thirds of the budget outside the reserve.
    expect(taken).toBe(460);
    expect(budget.openCharge('b').take(100 * KILOBYTE)).toBe(true);
    expect(budget.openCharge('a').take(60 * KILOBYTE)).toBe(true);
    expect(budget.openCharge('c').take(20 * KILOBYTE)).toBe(true);
    large.release();
    expect(budget.openCharge('a').take(300 * KILOBYTE)).toBe(true);
  });

  test('a message that becomes large returns its part of the reserve', () => {
    const budget = openMessageBudget(1600 * KILOBYTE);
    const growing = budget.openCharge('a');
    expect(growing.take(60 * KILOBYTE)).toBe(true);
    expect(growing.take(60 * KILOBYTE)).toBe(true);
    const small = [budget.openCharge('a'), budget.openCharge('a')];
    expect(small.map((charge) => charge.take(60 * KILOBYTE))).toEqual([true, true]);
    growing.release();
    growing.release();
    for (const charge of small) charge.release();
  });

  test('reads two large messages of a key at a time, and small messages without waiting', async () => {
    const budget = openMessageBudget(1600 * KILOBYTE);
    const order: string[] = [];
    const read = async (key: string, bytes: number): Promise<void> => {
      await budget.openCharge(key).turn(bytes);
      order.push(key);
    };
    const large = Array.from({ length: 10 }, () => read('many', 100 * KILOBYTE));
    await Promise.all([...large, read('other', 100 * KILOBYTE), read('small', 1 * KILOBYTE)]);
    expect(order.slice(0, 4)).toEqual(['small', 'many', 'many', 'other']);
  });
});

describe('receiveData', () => {
  const { pace } = SUBMISSION_LIMITS;
  /** A charge of at most this many bytes, for one message after the other. */
  const openCharge = (most: number): MessageCharge & { readonly taken: () => number } => {
    let taken = 0;
    return {
      take: (bytes) => taken + bytes <= most && (taken += bytes) > 0,
      turn: () => Promise.resolve(),
      release: () => (taken = 0),
      taken: () => taken,
    };
  };
  const stream = (...chunks: string[]) =>
    Readable.from(chunks.map((chunk) => Buffer.from(chunk))) as unknown as SMTPServerDataStream;

  test('uses no more memory than it counts when a message arrives in small chunks', async () => {
    setFlagsFromString('--expose-gc');
    const collectGarbage = runInNewContext('gc') as () => void;
    const heap = (): number => {
      collectGarbage();
      return process.memoryUsage().heapUsed;
    };
    const pieces = 200_000;
    let grown = 0;
    const small = Readable.from(
      (async function* () {
        const before = heap();
        for (let n = 0; n < pieces; n += 1) yield Buffer.from('.\r\n');
        await nextTurn();
        grown = heap() - before;
      })(),
    ) as unknown as SMTPServerDataStream;
    const { message } = await receiveData(small, { limit: 3 * pieces, charge: openCharge(3 * pieces), pace });
    expect(message.toString().slice(0, 9)).toBe('.\r\n.\r\n.\r\n');
    expect(message).toHaveLength(3 * pieces);
    expect(grown).toBeLessThan(4 * 1024 * 1024);
  });

  test('releases the memory of a message that is done, refused or aborted', async () => {
    const charge = openCharge(10);
    const { message, release } = await receiveData(stream('12345', '67890'), { limit: 10, charge, pace });
    expect(message.toString()).toBe('1234567890');
    expect(charge.taken()).toBe(10);
    release();
    release();
    expect(charge.taken()).toBe(0);
    await expect(receiveData(stream('12345', '678901'), { limit: 10, charge, pace })).rejects.toMatchObject({
      code: 'message_too_large',
    });
    await expect(receiveData(stream('12345', '678901'), { limit: 20, charge, pace })).rejects.toMatchObject({
      code: 'overloaded',
    });
    const broken = Readable.from(
      (function* () {
        yield Buffer.from('12345');
        throw new Error('gone');
      })(),
    ) as unknown as SMTPServerDataStream;
    await expect(receiveData(broken, { limit: 10, charge, pace })).rejects.toThrow(ConnectionAborted);
    expect(charge.taken()).toBe(0);
  });

  test.each([
    ['arrives too slowly', { ...pace, graceMs: 1, minBytesPerSecond: 1_000_000 }],
    ['takes too long as a whole', { ...pace, timeoutMs: 1 }],
    ['exceeds the maximum bytes', { ...pace, maxBytes: 4 }],
  ])('ends a message that %s, and releases its memory', async (_what, hurried) => {
    const charge = openCharge(10);
    const endless = new PassThrough();
    endless.write('12345');
    const received = receiveData(endless as unknown as SMTPServerDataStream, { limit: 10, charge, pace: hurried });
    await expect(received).rejects.toMatchObject({ code: 'message_not_ended' });
    expect(endless.destroyed).toBe(true);
    expect(charge.taken()).toBe(0);
  });
});
