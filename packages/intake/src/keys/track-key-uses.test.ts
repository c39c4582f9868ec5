import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { createLogger } from '@sendoff/runtime';
import type { Database } from '@sendoff/db';
import { trackKeyUses, type KeyUses } from './track-key-uses.ts';

const KEYS = ['019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b', '019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5c'] as const;

let uses: KeyUses;
let clock: number;
/** The uses of each write. */
let written: unknown[];
let away: boolean;

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask'] });
  [clock, written, away] = [Date.parse('2026-04-03T22:13:42.000Z'), [], false];
  const statement = (_sql: TemplateStringsArray, rows: string) => {
    if (away) return Promise.reject(new Error('away'));
    written.push(JSON.parse(rows));
    return Promise.resolve(1);
  };
  const database = { $executeRaw: statement } as unknown as Database;
  uses = trackKeyUses(database, createLogger({ name: 'test', level: 'silent' }), () => clock);
});
afterEach(async () => {
  jest.useRealTimers();
  await uses.close();
});

describe('the uses of keys', () => {
  test('are not lost while the database is unavailable, and only the latest of a key is recorded', async () => {
    uses.record(KEYS[0]);
    away = true;
    await jest.advanceTimersByTimeAsync(10_000);
    clock += 1000;
    uses.record(KEYS[0]);
    away = false;
    await jest.advanceTimersByTimeAsync(10_000);
    expect(written).toEqual([[{ id: KEYS[0], at: '2026-04-03T22:13:43.000Z' }]]);
  });

  test('take one statement every ten seconds, and none without uses', async () => {
    for (let n = 0; n < 1000; n += 1) for (const key of KEYS) uses.record(key);
    await jest.advanceTimersByTimeAsync(9999);
    expect(written).toEqual([]);
    await jest.advanceTimersByTimeAsync(20_001);
    expect(written).toEqual([KEYS.map((id) => ({ id, at: '2026-04-03T22:13:42.000Z' }))]);
  });

  test('are written on close', async () => {
    uses.record(KEYS[1]);
    await uses.close();
    expect(written).toHaveLength(1);
  });
});
