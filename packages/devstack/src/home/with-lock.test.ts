import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { temporaryDirectory } from '../testing/temporary-directory.ts';
import { countUsers, joinUsers } from './count-users.ts';
import { withLock } from './with-lock.ts';

test('the lock of a dead process is taken over', async () => {
  const { path, remove } = temporaryDirectory();
  const file = join(path, 'lock');
  writeFileSync(file, String(spawnSync('true').pid));
  await expect(withLock(file, () => Promise.resolve('done'))).resolves.toBe('done');
  expect(existsSync(file)).toBe(false);
  remove();
});

test('only one process holds the lock at a time', async () => {
  const { path, remove } = temporaryDirectory();
  let inside = 0;
  const work = () =>
    withLock(join(path, 'lock'), async () => {
      inside += 1;
      await new Promise((resolve) => setImmediate(resolve));
      expect(inside).toBe(1);
      inside -= 1;
    });
  await Promise.all([work(), work(), work()]);
  remove();
});

test('is released when the work fails', async () => {
  const { path, remove } = temporaryDirectory();
  const file = join(path, 'lock');
  await expect(withLock(file, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(existsSync(file)).toBe(false);
  remove();
});

test('dead processes are not counted as users', () => {
  const { path, remove } = temporaryDirectory();
  const [one, other] = [joinUsers(path), joinUsers(path)];
  writeFileSync(join(path, `${String(spawnSync('true').pid)}.dead`), '');
  expect(countUsers(path)).toBe(2);
  expect(one.leave()).toBe('others remain');
  expect(other.leave()).toBe('was the last');
  remove();
});
