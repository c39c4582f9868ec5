import { describe, expect, test } from '@jest/globals';
import { writeMailbox } from '@sendoff/mail/message';
import fc from 'fast-check';
import { findHeaderFields } from './header-fields.ts';
import { readHeader } from './read-header.ts';
import { readMailboxes } from './read-mailboxes.ts';

const read = (text: string | Buffer) => {
  const message = Buffer.from(text as string);
  return readHeader(message, findHeaderFields(message));
};

const HEADER = [
  'From: "Smith, Ann" <ann@acme.example>',
  'To: Bob <bob@example.com>, Team: carl@example.com, dora@example.com;',
  'Cc: =?UTF-8?Q?J=C3=BCrgen?= <j@example.com>',
  'Reply-To: answers@acme.example',
  'Subject: =?UTF-8?B?R3LDvMOfZQ==?=',
  'X-Order: =?UTF-8?Q?=C3=BC?=',
  'X-Order: second',
  'List-Unsubscribe: <https://acme.example/u>',
  'MIME-Version: 1.0',
  ...['', 'Hello', ''],
].join('\r\n');

describe('readHeader', () => {
  test('finds what people see', () => {
    const header = read(HEADER);
    expect(header).toMatchObject({
      from: { name: 'Smith, Ann', address: 'ann@acme.example' },
      subject: 'Grüße',
      replyTo: [{ name: '', address: 'answers@acme.example' }],
      headers: { 'X-Order': 'ü', 'List-Unsubscribe': '<https://acme.example/u>' },
    });
    expect(header.to.map(({ address }) => address)).toEqual(['bob@example.com', 'carl@example.com', 'dora@example.com']);
    expect(header.cc.map(writeMailbox)).toEqual(['Jürgen <j@example.com>']);
  });

  test('holds nothing that the database refuses', () => {
    const header = read('Subject: =?UTF-8?B?AGEKYg==?=\r\nX-A: =?UTF-8?B?AA==?=\r\n\r\nx\r\n');
    expect(header.subject).toBe('\uFFFDa b');
    expect(header.headers).toEqual({ 'X-A': '\uFFFD' });
  });

  test('a subject of any length is shown up to the length that one may have, and no half of a character', () => {
    expect(read(`Subject: ${'word '.repeat(1000)}\r\n\r\nx\r\n`).subject).toHaveLength(2000);
    const faces = '\u{1F600}'.repeat(1000);
    expect(read(`Subject: =?UTF-8?B?${Buffer.from(`a${faces}`).toString('base64')}?=\r\n\r\n`).subject).toBe(
      `a${faces.slice(0, 2 * 499)}`,
    );
  });

  test('thousands of addresses are cut where they are shown, and all of them named', () => {
    const addresses = Array.from({ length: 4000 }, (_, n) => `Bob ${String(n)} <bob-${String(n)}@example.com>`);
    const { to, named } = read(`To: ${addresses.join(',\r\n ')}\r\n\r\n`);
    expect(to).toHaveLength(300);
    expect(named.to.size).toBe(4000);
    expect(named.to.has('bob-3999@example.com')).toBe(true);
  });

  test('encoded words beyond those that a message may have stay as they are', () => {
    const { headers } = read(`X-A: ${'=?UTF-8?Q?a?=x'.repeat(700)}\r\n\r\n`);
    expect(headers['X-A']).toBe(`${'ax'.repeat(600)}${'=?UTF-8?Q?a?=x'.repeat(100)}`);
  });

  test('header fields are shown up to the length that those of an email have together', () => {
    const fields = Array.from({ length: 90 }, (_, n) => `X-${String(n)}: ${`${'a'.repeat(70)}\r\n `.repeat(40)}\r\n`);
    const { headers } = read(`${fields.join('')}\r\n`);
    expect(Object.values(headers).join('').length).toBeLessThanOrEqual(64 * 1024);
    expect(Object.keys(headers).length).toBeGreaterThan(20);
  });

  test('whatever the bytes are, it reads them', () => {
    const pieces = fc.constantFrom(...'<>()[]",;:@\\ \r\n=?abc.'.split(''), '=?UTF-8?B?', 'From: ', '\r\nTo: ', '\r\n ', 'a@b.c');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 200 }), (texts) => {
        expect(read(`From: ${texts.join('')}`)).toBeDefined();
      }),
      { numRuns: 500 },
    );
  });
});

test.each([
  ['a@b.example', [{ name: '', address: 'a@b.example' }]],
  ['<a@b.example>', [{ name: '', address: 'a@b.example' }]],
  ['Ann <a@b.example>', [{ name: 'Ann', address: 'a@b.example' }]],
  ['a@b.example (Ann (Smith))', [{ name: 'Ann (Smith)', address: 'a@b.example' }]],
  ['"Smith, \\"Ann\\"" <a@b.example>', [{ name: 'Smith, "Ann"', address: 'a@b.example' }]],
  ['"a@evil.example" <a@b.example>', [{ name: 'a@evil.example', address: 'a@b.example' }]],
  ['Ann a@b.example', [{ name: 'Ann', address: 'a@b.example' }]],
  ['a@b.example; c@d.example', ['a@b.example', 'c@d.example'].map((address) => ({ name: '', address }))],
  ['undisclosed-recipients:;', []],
  [
    'Team: a@b.example, "C" <c@d.example>; e@f.example',
    ['', 'C', ''].map((name, at) => ({ name, address: ['a@b.example', 'c@d.example', 'e@f.example'][at] })),
  ],
  ['<<>>@,;:', [{ name: '>@', address: '<' }]],
  ['Ann <a@b.example', [{ name: 'Ann', address: 'a@b.example' }]],
  ['nobody', []],
  ['(comment', []],
  ['', []],
])('the mailboxes of %j', (value, mailboxes) => {
  expect(readMailboxes(value)).toEqual(mailboxes);
});
