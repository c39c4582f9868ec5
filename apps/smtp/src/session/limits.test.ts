import { Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from '@jest/globals';
import type { SMTPServerDataStream } from 'smtp-server';
import { admitConnections } from './admit-connections.ts';
import { countFailures } from './count-failures.ts';
import { networkOf } from './network-of.ts';
import { BrokenOff, openMemoryBudget, receiveData } from './receive-data.ts';

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['2001:db8:0:0:ffff::1', '2001:db8:0:0::/64'],
  ['2001:0DB8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
])('%s counts as %s', (address, network) => expect(networkOf(address)).toBe(network));

describe('admitConnections', () => {
  const visitor = (id: string, remoteAddress = '192.0.2.1') => ({ id, remoteAddress });

  test('counts all, and those of each address, until they leave', () => {
    const admission = admitConnections({ total: 3, perAddress: 2 });
    admission.enter(visitor('a'));
    admission.enter(visitor('b'));
    expect(() => admission.enter(visitor('c'))).toThrow('Too many connections from your address');
    // One that was not let in takes nobody's place with it.
    admission.leave(visitor('c'));
    admission.enter(visitor('d', '192.0.2.2'));
    expect(() => admission.enter(visitor('e', '192.0.2.3'))).toThrow('Too many connections.');
    admission.leave(visitor('a'));
    admission.leave(visitor('a'));
    expect(admission.count()).toBe(2);
    admission.enter(visitor('f'));
  });
});

describe('countFailures', () => {
  test('an address has its tries again when the window is over', () => {
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

  test('forgets the oldest rather than growing without bound', () => {
    const countFailure = countFailures({ count: 1, periodMs: 1000 }, () => 0);
    for (let n = 0; n <= 10_000; n += 1) countFailure(String(n));
    expect(countFailure('2')).toBe(true);
    expect(countFailure('0')).toBe(false);
  });
});

describe('receiveData', () => {
  const stream = (...chunks: string[]) =>
    Readable.from(chunks.map((chunk) => Buffer.from(chunk))) as unknown as SMTPServerDataStream;

  test('takes the memory that it counts, however small the pieces are that it comes in', async () => {
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
    const { message } = await receiveData(small, { limit: 3 * pieces, budget: openMemoryBudget(3 * pieces) });
    expect(message.toString().slice(0, 9)).toBe('.\r\n.\r\n.\r\n');
    expect(message).toHaveLength(3 * pieces);
    expect(grown).toBeLessThan(4 * 1024 * 1024);
  });

  test('gives back the memory when the message is done with, is refused, or is broken off', async () => {
    const budget = openMemoryBudget(10);
    const { message, release } = await receiveData(stream('12345', '67890'), { limit: 10, budget });
    expect(message.toString()).toBe('1234567890');
    await expect(receiveData(stream('1'), { limit: 10, budget })).rejects.toMatchObject({ code: 'overloaded' });
    release();
    release();
    await expect(receiveData(stream('12345', '678901'), { limit: 10, budget })).rejects.toMatchObject({
      code: 'message_too_large',
    });
    const broken = Readable.from(
      (function* () {
        yield Buffer.from('12345');
        throw new Error('gone');
      })(),
    ) as unknown as SMTPServerDataStream;
    await expect(receiveData(broken, { limit: 10, budget })).rejects.toThrow(BrokenOff);
    expect(budget.take(10)).toBe(true);
    expect(budget.take(1)).toBe(false);
  });
});
