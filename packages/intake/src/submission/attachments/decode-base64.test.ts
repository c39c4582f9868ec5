import { describe, expect, test } from '@jest/globals';
import { decodeBase64 } from './decode-base64.ts';

const BYTES = Buffer.from(Array.from({ length: 256 }, (_, n) => 255 - n));
const BASE64 = BYTES.toString('base64');

describe('the same bytes', () => {
  test.each([
    ['plain', BASE64],
    ['with lines of MIME', `${BASE64.match(/.{1,76}/g)?.join('\r\n') ?? ''}\r\n`],
    ['with lines of Ruby', `${BASE64.match(/.{1,60}/g)?.join('\n') ?? ''}\n`],
    ['with spaces, also between the padding', ` ${BASE64.slice(0, 10)}\t ${BASE64.slice(10, -1)} ${BASE64.slice(-1)} `],
    ['without padding', BASE64.replace(/=+$/, '')],
    ['for URLs', BYTES.toString('base64url')],
    ['for URLs with padding', `${BYTES.toString('base64url')}==`],
  ])('%s', (_form, text) => {
    expect(Buffer.from(decodeBase64(text) ?? [])).toEqual(BYTES);
  });
});

test('an empty text decodes to no bytes', () => {
  expect(decodeBase64('')).toHaveLength(0);
  expect(decodeBase64(' \n')).toHaveLength(0);
});

describe('nothing else is read', () => {
  test.each(['aGk$', 'aGkaa', 'aGk=aGk=', 'aGk==', 'aGkx=', 'a===', '=', '====', '+/-_', 'aG\0k=', 'é', 'data:,x'])(
    '%j',
    (text) => {
      expect(decodeBase64(text)).toBeNull();
    },
  );
});
