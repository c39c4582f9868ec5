import { describe, expect, test } from '@jest/globals';
import { findHeaderFields } from './header-fields.ts';
import { readAuthors } from './read-authors.ts';

const read = (header: string, envelopeSender = 'env@acme.example') => {
  const message = Buffer.from(`${header}\r\n\r\nbody\r\n`);
  return readAuthors(message, findHeaderFields(message), envelopeSender);
};

test.each([
  ['From: Ann <Ann@ACME.example>', ['ann@acme.example']],
  ['From: ann@bücher.example', ['ann@xn--bcher-kva.example']],
  ['From: "Smith, Ann" <ann@acme.example>', ['ann@acme.example']],
  ['From: Smith, Ann <ann@acme.example>', ['ann@acme.example']],
  ['From: "ceo@other.example" <ann@acme.example>', ['ann@acme.example']],
  ['From: ann@acme.example <ann@acme.example>', ['ann@acme.example']],
  ['From: =?utf-8?q?=C3=84nn?=\r\n <ann@acme.example>', ['ann@acme.example']],
  ['From: a@acme.example\r\nSender: Bot <bot@other.example>', ['a@acme.example', 'bot@other.example']],
  ['From: a@acme.example, b@other.example\r\nSender: a@acme.example', ['a@acme.example', 'b@other.example', 'a@acme.example']],
  ['From: a@acme.example\r\nResent-From: c@other.example', ['a@acme.example', 'c@other.example']],
  ['From: a@acme.example\r\nResent-Sender: c@other.example', ['a@acme.example', 'c@other.example']],
  ['Subject: x', ['env@acme.example']],
  ['From:\r\nSubject: x', ['env@acme.example']],
])('the header %j has the authors %j', (header, authors) => {
  expect(read(header).authors).toEqual(authors);
});

test.each([
  'From: somebody',
  'From: ceo@other.example <ann@acme.example>',
  'From: ceo@other.example (x) <ann@acme.example>',
  'From: <ann@acme.example> <ceo@other.example>',
  'From: ann@acme.example (Ann)',
  'From: "a b"@acme.example',
  'From: Team: a@acme.example;',
  'From: <@relay.example:a@acme.example>',
  'From: a@[192.0.2.1]',
  'From: ,',
  'From: a@acme.example\r\nSender: somebody',
])('the authors of %j are ambiguous', (header) => {
  expect(read(header).authors).toBeNull();
});

describe('a message is refused', () => {
  test('without an author', () => {
    expect(() => read('Subject: x', '')).toThrow(/no From field/);
    expect(() => read('From: \r\nSubject: x', '')).toThrow(/no From field/);
  });

  test.each(['', '\r\nSender: a@acme.example, b@acme.example'])('with several authors and the Sender field %j', (sender) => {
    expect(() => read(`From: a@acme.example, b@acme.example${sender}`)).toThrow(/names several mailboxes/);
  });

  test('with hundreds of authors', () => {
    expect(() => read(`Sender: a@acme.example\r\nFrom: ${'a@b.c,'.repeat(200)}a@b.c`)).toThrow(/more mailboxes than/);
    expect(() => read(`From: ${`${'a'.repeat(900)}\r\n `.repeat(20)}<a@acme.example>`)).toThrow(/more mailboxes than/);
  });
});
