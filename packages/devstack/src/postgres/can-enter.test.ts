import { expect, test } from '@jest/globals';
import { mayEnter } from './can-enter.ts';

const NOBODY = { uid: 65_534, gid: 65_534 };

test.each([
  ['a directory that is open to all', { uid: 0, gid: 0, mode: 0o755 }, true],
  ['one for root alone', { uid: 0, gid: 0, mode: 0o700 }, false],
  ['one that may be entered and not listed', { uid: 0, gid: 0, mode: 0o711 }, true],
  ['its own', { uid: 65_534, gid: 0, mode: 0o700 }, true],
  ['its own, closed to itself', { uid: 65_534, gid: 0, mode: 0o077 }, false],
  ['one of its group', { uid: 0, gid: 65_534, mode: 0o710 }, true],
  ['one that shuts out its group alone', { uid: 0, gid: 65_534, mode: 0o705 }, false],
])('%s', (_what, directory, expected) => {
  expect(mayEnter(NOBODY, directory)).toBe(expected);
});
