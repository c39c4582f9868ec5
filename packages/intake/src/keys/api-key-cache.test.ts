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

/** Keys by token, as the database has them; may be changed at any time. */
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

  test('is refused within a second also where it is in use all the time', async () => {
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

  test('is refused at once by the process that revoked it, and by whatever else stood for it', async () => {
    const { keys, look, find, invalidateKey } = remember({ a: KEY, session: KEY, b: OTHER });
    await Promise.all(['a', 'session', 'b'].map(find));
    keys['a'] = keys['session'] = null;
    invalidateKey(KEY.id);
    look.mockClear();
    expect(await Promise.all(['a', 'session', 'b'].map(find))).toEqual([null, null, OTHER]);
    expect(look).toHaveBeenCalledTimes(1);
  });

  test('does not come back with a look-up that had begun before', async () => {
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

  test('does not come back with a look-up ahead of time that had begun before', async () => {
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
  test('is asked once for requests that come together, and soon after', async () => {
    const { pass, look, find } = remember();
    await Promise.all([find('a'), find('b'), find('a')]);
    await pass(399);
    await find('a');
    expect(look.mock.calls).toEqual([[['a', 'b']]]);
  });

  test('is asked twice a second for all keys in use, and no request waits for that', async () => {
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

  test('is not asked for keys that are not in use', async () => {
    const { pass, look, find } = remember();
    await find('a');
    await pass(3_600_000);
    expect(look).toHaveBeenCalledTimes(1);
    expect(jest.getTimerCount()).toBe(0);
  });

  test('may fail: a key that is known serves until it is too old, and then the error reaches the request', async () => {
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

test('a key that did not exist is found as soon as it does', async () => {
  const { keys, find } = remember({});
  expect(await find('a')).toBeNull();
  keys['a'] = KEY;
  expect(await find('a')).toBe(KEY);
});

test('the oldest are forgotten rather than that they grow without bound', async () => {
  const keys = Object.fromEntries(Array.from({ length: 1001 }, (_, n) => [String(n), KEY]));
  const { look, find } = remember(keys);
  for (const token of Object.keys(keys)) await find(token);
  await find('1000');
  expect(look).toHaveBeenCalledTimes(1001);
  await find('0');
  expect(look).toHaveBeenCalledTimes(1002);
});
