import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { setKeyWeights, weightOf } from '@sendoff/runtime';
import type { Database } from '../database.ts';
import { followKeyWeights, type KeyWeights } from './follow-key-weights.ts';

let weights: KeyWeights;
/** The results of the reads, in order. */
let answers: (() => Promise<{ id: string; weight: number }[]>)[];
let reads: number;
const warn = jest.fn();

const of = (weight: number) => () => Promise.resolve([{ id: 'a', weight }]);
const away = () => Promise.reject(new Error('away'));

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask'] });
  [answers, reads] = [[], 0];
  warn.mockClear();
  const statement = () => {
    reads += 1;
    return (answers.shift() ?? away)();
  };
  const database = { $queryRaw: statement } as unknown as Database;
  weights = followKeyWeights(database, { warn } as never);
});
afterEach(() => {
  jest.useRealTimers();
  weights.close();
  setKeyWeights(new Map());
});

describe('the weights of keys', () => {
  test('are read at once and every ten seconds, until closed', async () => {
    expect(reads).toBe(1);
    answers.push(of(3), of(5));
    await jest.advanceTimersByTimeAsync(10_000);
    expect(weightOf('a')).toBe(3);
    await jest.advanceTimersByTimeAsync(10_000);
    expect(weightOf('a')).toBe(5);
    weights.close();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(reads).toBe(3);
  });

  test('are kept while the database is down, and one warning is logged per outage', async () => {
    await jest.advanceTimersByTimeAsync(9999);
    expect(warn).toHaveBeenCalledTimes(1);
    answers.push(of(3), away, away, of(5), away);
    await jest.advanceTimersByTimeAsync(30_000);
    expect(weightOf('a')).toBe(3);
    expect(warn).toHaveBeenCalledTimes(2);
    await jest.advanceTimersByTimeAsync(20_000);
    expect(weightOf('a')).toBe(5);
    expect(warn).toHaveBeenCalledTimes(3);
  });

  test('are not read again while a read is pending, and close does not wait for it', async () => {
    answers.push(() => new Promise(() => undefined));
    await jest.advanceTimersByTimeAsync(60_000);
    expect(reads).toBe(2);
    weights.close();
  });
});
