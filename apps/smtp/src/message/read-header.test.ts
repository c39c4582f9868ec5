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
  test('returns the displayed fields', () => {
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

  test('replaces characters that PostgreSQL refuses', () => {
    const header = read('Subject: =?UTF-8?B?AGEKYg==?=\r\nX-A: =?UTF-8?B?AA==?=\r\n\r\nx\r\n');
    expect(header.subject).toBe('\uFFFDa b');
    expect(header.headers).toEqual({ 'X-A': '\uFFFD' });
  });

  test('cuts a long subject to its maximum length without splitting a character', () => {
    expect(read(`Subject: ${'word '.repeat(1000)}\r\n\r\nx\r\n`).subject).toHaveLength(2000);
    const faces = '\u{1F600}'.repeat(1000);
    expect(read(`Subject: =?UTF-8?B?${Buffer.from(`a${faces}`).toString('base64')}?=\r\n\r\n`).subject).toBe(
      `a${faces.slice(0, 2 * 499)}`,
    );
  });

  test('limits the displayed addresses, and returns all of them in `named`', () => {
    const addresses = Array.from({ length: 4000 }, (_, n) => `Bob ${String(n)} <bob-${String(n)}@example.com>`);
    const { to, named } = read(`To: ${addresses.join(',\r\n ')}\r\n\r\n`);
    expect(to).toHaveLength(300);
    expect(named.to.size).toBe(4000);
    expect(named.to.has('bob-3999@example.com')).toBe(true);
  });

  test('leaves encoded words beyond the limit encoded', () => {
    const { headers } = read(`X-A: ${'=?UTF-8?Q?a?=x'.repeat(700)}\r\n\r\n`);
    expect(headers['X-A']).toBe(`${'ax'.repeat(600)}${'=?UTF-8?Q?a?=x'.repeat(100)}`);
  });

  test('limits the total length of the displayed header fields', () => {
    const fields = Array.from({ length: 90 }, (_, n) => `X-${String(n)}: ${`${'a'.repeat(70)}\r\n `.repeat(40)}\r\n`);
    const { headers } = read(`${fields.join('')}\r\n`);
    expect(Object.values(headers).join('').length).toBeLessThanOrEqual(64 * 1024);
    expect(Object.keys(headers).length).toBeGreaterThan(20);
  });

  test('reads any bytes without throwing', () => {
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
])('the mailboxes of %j are read', (value, mailboxes) => {
  expect(readMailboxes(value)).toEqual(mailboxes);
});
