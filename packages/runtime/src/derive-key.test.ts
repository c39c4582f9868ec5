import { createHmac } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { deriveKey, returnPathKey } from './derive-key.ts';

const SECRET_KEY = 'x'.repeat(32);

test('a derived key is HKDF-SHA-256 with the purpose as its context', () => {
  // RFC 5869 sections 2.2 and 2.3, computed directly: the salt is a string of zeros, and one block is enough.
  const pseudorandom = createHmac('sha256', Buffer.alloc(32)).update(SECRET_KEY).digest();
  const expected = createHmac('sha256', pseudorandom).update('sendoff return path\u0001').digest();
  expect(deriveKey('returnPath', SECRET_KEY)).toEqual(expected);
});

test('a derived key is deterministic, and differs by purpose and by secret', () => {
  const keys = [
    deriveKey('returnPath', SECRET_KEY),
    deriveKey('download', SECRET_KEY),
    deriveKey('signInLink', SECRET_KEY),
    deriveKey('returnPath', 'y'.repeat(32)),
  ].map((key) => key.toString('hex'));
  expect(new Set(keys).size).toBe(4);
  expect(deriveKey('returnPath', SECRET_KEY).toString('hex')).toBe(keys[0]);
});

test('the key of return paths is RETURN_PATH_KEY, or else derived from SECRET_KEY', () => {
  const derived = deriveKey('returnPath', SECRET_KEY).toString('hex');
  expect(returnPathKey({ SECRET_KEY })).toBe(derived);
  // So a deployment can switch to RETURN_PATH_KEY without losing bounces of emails already sent.
  expect(returnPathKey({ RETURN_PATH_KEY: derived })).toBe(derived);
  expect(returnPathKey({ RETURN_PATH_KEY: 'k'.repeat(32), SECRET_KEY })).toBe('k'.repeat(32));
  expect(returnPathKey({})).toBeUndefined();
});
