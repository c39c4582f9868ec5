import { expect, test } from '@jest/globals';
import { mayEnter } from './can-enter.ts';

const NOBODY = { uid: 65_534, gid: 65_534 };

test.each([
  ['a directory open to all', { uid: 0, gid: 0, mode: 0o755 }, true],
  ['a directory for root only', { uid: 0, gid: 0, mode: 0o700 }, false],
  ['a directory that may be entered but not listed', { uid: 0, gid: 0, mode: 0o711 }, true],
  ['a directory of the account', { uid: 65_534, gid: 0, mode: 0o700 }, true],
  ['a directory of the account that excludes its owner', { uid: 65_534, gid: 0, mode: 0o077 }, false],
  ['a directory of its group', { uid: 0, gid: 65_534, mode: 0o710 }, true],
  ['a directory that excludes only its group', { uid: 0, gid: 65_534, mode: 0o705 }, false],
])('mayEnter checks %s', (_what, directory, expected) => {
  expect(mayEnter(NOBODY, directory)).toBe(expected);
});
