import { expect, test } from '@jest/globals';
import { decodeWords } from './decode-words.ts';

test.each([
  ['plain', 'plain'],
  ['=?UTF-8?Q?Gr=C3=BC=C3=9Fe?=', 'Grüße'],
  ['=?utf-8?b?R3LDvMOfZQ==?= to you', 'Grüße to you'],
  ['=?iso-8859-1*de?Q?Stra=DFe_1?=', 'Straße 1'],
  // One character over two words, and the white space between words.
  ['=?UTF-8?Q?=C3?= =?UTF-8?Q?=BC?=', 'ü'],
  ['=?UTF-8?Q?a?=   =?iso-8859-1?Q?b?= c', 'ab c'],
  ['=?ISO-2022-JP?B?GyRCJDMkcyRLJEEkTxsoQg==?=', 'こんにちは'],
  ['=?klingon?Q?a?= =?UTF-8?Q?b?=', '=?klingon?Q?a?= b'],
  ['=?UTF-8?X?a?=', '=?UTF-8?X?a?='],
  ['=?UTF-8?Q?a', '=?UTF-8?Q?a'],
])('%s', (text, decoded) => expect(decodeWords(text, 100)).toBe(decoded));

test('only as many as asked for', () => {
  expect(decodeWords('=?UTF-8?Q?a?= =?UTF-8?Q?b?= =?UTF-8?Q?c?=', 2)).toBe('ab =?UTF-8?Q?c?=');
});
