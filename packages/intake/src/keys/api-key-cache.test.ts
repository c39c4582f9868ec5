import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { NO_RESTRICTIONS, type ActiveApiKey } from '@sendoff/db';
import { openApiKeyCache, type FindApiKeys } from './api-key-cache.ts';

const KEY: ActiveApiKey = {
  id: '019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b',
  permission: 'full_access',
  mode: 'live',
  restrictions: NO_RESTRICTIONS,
};
const OTHER: ActiveApiKey = { ...KEY, id: '019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5c' };

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask'] });
});
afterEach(() => {
  jest.useRealTimers();
});

/** The keys in the database by token; tests change them. */
function remember(keys: Record<string, ActiveApiKey | null> = { a: KEY, b: OTHER }) {
  const clock = { now: 0 };
  const look = jest.fn<FindApiKeys>((tokens) => Promise.resolve(tokens.map((token) => keys[token] ?? null)));
  const pass = async (milliseconds: number) => {
    clock.now += milliseconds;
    await jest.advanceTimersByTimeAsync(milliseconds);
  };
  return { keys, pass, look, ...openApiKeyCache(look, () => clock.now) };
}

describe('a revoked key', () => {
  test('is refused within a second', async () => {
    const { keys, pass, find } = remember();
    expect(await find('a')).toBe(KEY);
    keys['a'] = null;
    await pass(999);
    expect(await find('a')).toBeNull();
  });

  test('is refused within a second even if it is used constantly', async () => {
    const { keys, pass, find } = remember();
    for (let n = 0; n < 100; n += 1) {
      expect(await find('a')).toBe(KEY);
      await pass(50);
    }
    keys['a'] = null;
    for (let n = 0; n < 20; n += 1) {
      await pass(50);
      await find('a');
    }
    expect(await find('a')).toBeNull();
  });

  test('is refused immediately by the process that revoked it, under each of its tokens', async () => {
    const { keys, look, find, invalidateKey } = remember({ a: KEY, session: KEY, b: OTHER });
    await Promise.all(['a', 'session', 'b'].map(find));
    keys['a'] = keys['session'] = null;
    invalidateKey(KEY.id);
    look.mockClear();
    expect(await Promise.all(['a', 'session', 'b'].map(find))).toEqual([null, null, OTHER]);
    expect(look).toHaveBeenCalledTimes(1);
  });

  test('is not cached again by a look-up that started before', async () => {
    const { keys, look, find, invalidateKey } = remember();
    const answers: (() => void)[] = [];
    look.mockImplementationOnce(() => new Promise((resolve) => answers.push(() => resolve([KEY]))));
    const early = find('a');
    await jest.advanceTimersByTimeAsync(0);
    keys['a'] = null;
    invalidateKey(KEY.id);
    const late = find('a');
    answers[0]?.();
    expect(await early).toBe(KEY);
    expect(await late).toBeNull();
    expect(await find('a')).toBeNull();
  });

  test('is not cached again by a refresh that started before', async () => {
    const { keys, pass, look, find, invalidateKey } = remember();
    await find('a');
    await pass(500);
    await find('a');
    const answers: (() => void)[] = [];
    look.mockImplementationOnce(() => new Promise((resolve) => answers.push(() => resolve([KEY]))));
    await pass(100);
    keys['a'] = null;
    invalidateKey(KEY.id);
    answers[0]?.();
    await pass(0);
    expect(await find('a')).toBeNull();
  });
});

describe('the database', () => {
  test('is queried once for simultaneous requests and those shortly after', async () => {
    const { pass, look, find } = remember();
    await Promise.all([find('a'), find('b'), find('a')]);
    await pass(399);
    await find('a');
    expect(look.mock.calls).toEqual([[['a', 'b']]]);
  });

  test('is queried twice a second for all keys in use without delaying requests', async () => {
    const keys = Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`key${String(n)}`, { ...KEY, id: String(n) }]));
    const { pass, look, find } = remember(keys);
    const tokens = Object.keys(keys);
    await Promise.all(tokens.map(find));
    look.mockClear();
    for (let n = 0; n < 100; n += 1) {
      const before = look.mock.calls.length;
      const found = tokens.map(find);
      expect(look.mock.calls).toHaveLength(before);
      await Promise.all(found);
      await pass(100);
    }
    expect(look.mock.calls.length).toBeLessThanOrEqual(20);
    expect(look.mock.calls.length).toBeGreaterThanOrEqual(10);
  });

  test('is not queried for unused keys', async () => {
    const { pass, look, find } = remember();
    await find('a');
    await pass(3_600_000);
    expect(look).toHaveBeenCalledTimes(1);
    expect(jest.getTimerCount()).toBe(0);
  });

  test('may fail: a cached key is used until it expires, and then requests get the error', async () => {
    const { pass, look, find } = remember();
    await find('a');
    look.mockRejectedValue(new Error('away'));
    await pass(500);
    expect(await find('a')).toBe(KEY);
    await pass(300);
    expect(await find('a')).toBe(KEY);
    await pass(100);
    await expect(find('a')).rejects.toThrow('away');
    look.mockResolvedValue([KEY]);
    expect(await find('a')).toBe(KEY);
  });
});

test('a key is found as soon as it is created', async () => {
  const { keys, find } = remember({});
  expect(await find('a')).toBeNull();
  keys['a'] = KEY;
  expect(await find('a')).toBe(KEY);
});

test('the oldest entries are dropped beyond the maximum', async () => {
  const keys = Object.fromEntries(Array.from({ length: 1001 }, (_, n) => [String(n), KEY]));
  const { look, find } = remember(keys);
  for (const token of Object.keys(keys)) await find(token);
  await find('1000');
  expect(look).toHaveBeenCalledTimes(1001);
  await find('0');
  expect(look).toHaveBeenCalledTimes(1002);
});
