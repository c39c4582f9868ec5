import { expect, test } from '@jest/globals';
import { decodeWords } from './decode-words.ts';

test.each([
  ['plain', 'plain'],
  ['=?UTF-8?Q?Gr=C3=BC=C3=9Fe?=', 'Grüße'],
  ['=?utf-8?b?R3LDvMOfZQ==?= to you', 'Grüße to you'],
  ['=?iso-8859-1*de?Q?Stra=DFe_1?=', 'Straße 1'],
  // One character split over two words, with white space between them.
  ['=?UTF-8?Q?=C3?= =?UTF-8?Q?=BC?=', 'ü'],
  ['=?UTF-8?Q?a?=   =?iso-8859-1?Q?b?= c', 'ab c'],
  ['=?ISO-2022-JP?B?GyRCJDMkcyRLJEEkTxsoQg==?=', 'こんにちは'],
  ['=?klingon?Q?a?= =?UTF-8?Q?b?=', '=?klingon?Q?a?= b'],
  ['=?UTF-8?X?a?=', '=?UTF-8?X?a?='],
  ['=?UTF-8?Q?a', '=?UTF-8?Q?a'],
])('the text %s is decoded', (text, decoded) => expect(decodeWords(text, 100).text).toBe(decoded));

test('encoded words beyond the budget stay encoded', () => {
  expect(decodeWords('=?UTF-8?Q?a?= =?UTF-8?Q?b?= =?UTF-8?Q?c?=', 2)).toEqual({ text: 'ab =?UTF-8?Q?c?=', spent: 2 });
});

test('an unknown charset is looked up once and costs as much as twenty words', () => {
  const { text, spent } = decodeWords(`${'=?klingon?Q?a?= '.repeat(10)}${'=?romulan?Q?a?= '.repeat(10)}=?UTF-8?Q?b?=`, 100);
  expect(text).toMatch(/a\?= b$/);
  expect(spent).toBe(20 + 9 + 20 + 9 + 1);
});
