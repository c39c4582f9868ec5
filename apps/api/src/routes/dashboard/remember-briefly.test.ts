import { expect, test } from '@jest/globals';
import { rememberBriefly } from './remember-briefly.ts';

test('all who ask within the time share one read, and the next one reads anew', async () => {
  let [reads, now] = [0, 0];
  const read = rememberBriefly(
    () => Promise.resolve(++reads),
    1000,
    () => now,
  );
  expect(await Promise.all([read(), read()])).toEqual([1, 1]);
  now = 999;
  expect(await read()).toBe(1);
  now = 1000;
  expect(await read()).toBe(2);
});

test('a failure is told to those who asked, and not remembered', async () => {
  let reads = 0;
  const read = rememberBriefly(
    () => (++reads === 1 ? Promise.reject(new Error('away')) : Promise.resolve(reads)),
    1000,
    () => 0,
  );
  await expect(read()).rejects.toThrow('away');
  expect(await read()).toBe(2);
});
