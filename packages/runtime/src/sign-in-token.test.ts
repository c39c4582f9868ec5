import { expect, test } from '@jest/globals';
import { makeSignInToken, readSignInToken } from './sign-in-token.ts';

const SECRET = 'x'.repeat(32);
const MINUTE = 60_000;

test('a token is valid for a quarter of an hour and has a unique id', () => {
  const token = makeSignInToken(SECRET, 0);
  expect(readSignInToken(SECRET, token, 14 * MINUTE)).toEqual({
    kind: 'valid',
    id: expect.stringMatching(/^[\w-]{22}$/) as unknown,
  });
  expect(readSignInToken(SECRET, token, 15 * MINUTE)).toEqual({ kind: 'expired' });
  expect(readSignInToken(SECRET, makeSignInToken(SECRET, 0), 0)).not.toEqual(readSignInToken(SECRET, token, 0));
});

test('a token that was changed or signed with another key is forged', () => {
  const token = makeSignInToken(SECRET, 0);
  const [id, , signature] = token.split('.');
  for (const forged of [
    '',
    'x',
    `${String(id)}.99999999999999.${String(signature)}`,
    `x${token}`,
    makeSignInToken('y'.repeat(32), 0),
  ]) {
    expect(readSignInToken(SECRET, forged, 0)).toEqual({ kind: 'forged' });
  }
});
