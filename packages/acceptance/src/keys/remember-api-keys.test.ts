import { describe, expect, jest, test } from '@jest/globals';
import type { ActiveApiKey } from '@sendoff/db';
import { rememberApiKeys } from './remember-api-keys.ts';

const KEY: ActiveApiKey = { id: '019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b', permission: 'full_access', mode: 'live' };

function remember(answer: () => Promise<ActiveApiKey | null>) {
  const clock = { now: 0 };
  const look = jest.fn(answer);
  return { clock, look, ...rememberApiKeys(look, () => clock.now) };
}

describe('rememberApiKeys', () => {
  test('a key that is revoked is looked up again within 5 s', async () => {
    let current: ActiveApiKey | null = KEY;
    const { clock, find } = remember(() => Promise.resolve(current));
    expect(await find('a')).toBe(KEY);
    current = null;
    clock.now = 4999;
    expect(await find('a')).toBeNull();
  });

  test('requests that come together, and soon after, share one look-up', async () => {
    const { clock, look, find } = remember(() => Promise.resolve(KEY));
    await Promise.all([find('a'), find('a'), find('a')]);
    clock.now = 3000;
    await find('a');
    expect(look).toHaveBeenCalledTimes(1);
  });

  test('a key that did not exist is found as soon as it does', async () => {
    let current: ActiveApiKey | null = null;
    const { find } = remember(() => Promise.resolve(current));
    expect(await find('a')).toBeNull();
    current = KEY;
    expect(await find('a')).toBe(KEY);
  });

  test('a key that was right stays known until it turns out to be wrong', async () => {
    let current: ActiveApiKey | null = KEY;
    const { clock, find, knows } = remember(() => Promise.resolve(current));
    expect(knows('a')).toBe(false);
    await find('a');
    clock.now = 3_600_000;
    expect(knows('a')).toBe(true);
    current = null;
    await find('a');
    expect(knows('a')).toBe(false);
  });

  test('a failed look-up is tried again', async () => {
    let broken = true;
    const { find } = remember(() => (broken ? Promise.reject(new Error('away')) : Promise.resolve(KEY)));
    await expect(find('a')).rejects.toThrow('away');
    broken = false;
    expect(await find('a')).toBe(KEY);
  });

  test('forgets the oldest rather than growing without bound', async () => {
    const { look, find } = remember(() => Promise.resolve(KEY));
    for (let n = 0; n <= 1000; n += 1) await find(String(n));
    await find('1000');
    expect(look).toHaveBeenCalledTimes(1001);
    await find('0');
    expect(look).toHaveBeenCalledTimes(1002);
  });
});
