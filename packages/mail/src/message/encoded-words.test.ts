import { describe, expect, test } from '@jest/globals';
import { decodeWords, hidesLineBreak, isOpaqueWord } from './encoded-words.ts';

describe('encoded words are decoded', () => {
  test.each([
    ['quoted-printable', '=?utf-8?q?Doe=2C_Jane?=', 'Doe, Jane'],
    ['base64', '=?UTF-8?B?R3LDvMOfZQ==?=', 'Grüße'],
    ['base64 without padding', '=?UTF-8?B?R3LDvMOfZQ?=', 'Grüße'],
    ['of another charset', '=?iso-8859-1?Q?Gr=FC=DFe?=', 'Grüße'],
    ['of an East Asian charset', '=?ISO-2022-JP?B?GyRCRnxLXBsoQg==?=', '日本'],
    ['with a language (RFC 2231)', '=?utf-8*de?q?Gr=C3=BC=C3=9Fe?=', 'Grüße'],
    ['between words', 'Hello =?utf-8?q?J=C3=BCrgen?= Doe', 'Hello Jürgen Doe'],
    ['side by side, without the space between them', '=?utf-8?q?Gr?= =?utf-8?q?=C3=BC=C3=9Fe?=', 'Grüße'],
    ['side by side in two charsets', '=?utf-8?q?=C3=BC?=\t=?iso-8859-1?q?=FC?=', 'üü'],
    ['that divide a character', '=?utf-8?q?Gr=C3?= =?utf-8?q?=BC=C3=9Fe?=', 'Grüße'],
    ['with spaces in them, as some clients write', '=?utf-8?Q?J=C3=BCrgen Doe?=', 'Jürgen Doe'],
    ['with octets that the charset has not', '=?utf-8?q?caf=E9?=', 'caf\ufffd'],
    ['that are empty', 'a =?utf-8?q??= b', 'a  b'],
  ])('%s', (_what, text, decoded) => {
    expect(decodeWords(text)).toBe(decoded);
  });
});

describe('a text stays as it is', () => {
  test.each([
    ['without encoded words', 'Really =? yes ?='],
    ['with an unknown charset', '=?x-unknown?q?J=FCrgen?='],
    ['with an unknown charset beside a known one', '=?utf-8?q?a?= =?x-unknown?q?b?='],
    ['with an unknown encoding', '=?utf-8?x?abc?='],
    ['with a line break in the word', '=?utf-8?q?a=0D=0ABcc:_x?='],
    ['with a bare LF in the word', '=?utf-8?B?YQpi?='],
    ['with a NUL in the word', '=?utf-8?q?a=00b?='],
    ['with another control character in the word', '=?utf-8?q?a=1Bb?='],
    ['with an encoded word in the word', '=?utf-8?q?=3D=3Futf-8=3Fq=3Fa=3F=3D?='],
    ['with an encoded word made of two', '=?utf-8?q?=3D=3Futf-8?=?q?a?='],
  ])('%s', (_what, text) => {
    expect(decodeWords(text)).toBe(text);
  });
});

test.each([
  ['=?utf-8?q?a=0D=0Ab?=', true],
  ['=?x-unknown?b?YQpi?=', true],
  ['x =?utf-8?q?=00?=', true],
  ['=?utf-8?q?a_b?=', false],
  ['a b', false],
])('whether %j hides a line break or a NUL: %j', (text, hides) => {
  expect(hidesLineBreak(text)).toBe(hides);
});

test.each([
  ['=?x-unknown?q?J=FCrgen?=', true],
  ['=?utf-8?q?J=FCrgen?=', false],
  ['=?x-unknown?q?a=0Ab?=', false],
  ['=?x-unknown?q?a b?=', false],
  [`=?x-unknown?q?${'a'.repeat(70)}?=`, false],
  ['word', false],
])('whether %j is encoded in a charset that is unknown here: %j', (word, isOpaque) => {
  expect(isOpaqueWord(word)).toBe(isOpaque);
});

test('many beginnings of encoded words take linear time', () => {
  const text = '=?a?q?'.repeat(200_000);
  expect(decodeWords(text)).toBe(text);
});
