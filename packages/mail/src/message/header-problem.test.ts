import { describe, expect, test } from '@jest/globals';
import { headerProblem } from './header-problem.ts';

describe('headerProblem refuses', () => {
  test.each([
    ['CR LF in a value', 'X-Test', 'a\r\nBcc: x@example.com', 'line break'],
    ['LF in a value', 'X-Test', 'a\nb', 'line break'],
    ['NUL in a value', 'X-Test', 'a\0b', 'NUL'],
    ['a lone surrogate', 'X-Test', '\udc00', 'surrogate'],
    ['an empty value', 'X-Test', ' ', 'empty'],
    ['a long word', 'X-Test', 'a'.repeat(998), '997 bytes without a space'],
    ['a long word behind others', 'X-Test', `a b ${'c'.repeat(998)}`, '997 bytes without a space'],
    ['a word that is long once it is encoded', 'List-Unsubscribe', `<https://acme.example/${'é'.repeat(200)}>`, '997 bytes'],
    ['spaces that no line can hold', 'X-Test', `a${' '.repeat(1000)}b`, '997 bytes'],
    ['a line break in an encoded word', 'X-Test', '=?utf-8?q?a=0D=0ABcc:_x@evil.example?=', 'line break'],
    ['a NUL in an encoded word', 'X-Test', 'a =?utf-8?b?AA==?=', 'NUL'],
    ['an empty name', '', 'a', 'valid header name'],
    ['a colon in a name', 'X: Bcc', 'a', 'valid header name'],
    ['a line break in a name', 'X\r\nBcc', 'a', 'valid header name'],
    ['a space in a name', 'X Test', 'a', 'valid header name'],
    ['a name in Unicode', 'X-Tést', 'a', 'valid header name'],
    ['a long name', `X-${'a'.repeat(80)}`, 'a', '76'],
    ['a field of the request', 'reply-TO', 'a@example.com', 'field `reply_to`'],
    ['bcc', 'BCC', 'a@example.com', 'field `bcc`'],
    ['the date', 'Date', 'today', 'composed'],
    ['content fields', 'Content-Transfer-Encoding', '8bit', 'composed'],
    ['trace fields', 'Received', 'from a', 'composed'],
    ['resent fields', 'Resent-From', 'a@example.com', 'composed'],
    ['a Message-ID without brackets', 'Message-ID', 'a@example.com', '<left@right>'],
    ['a Message-ID with two of them', 'Message-ID', '<a@b.example> <c@d.example>', '<left@right>'],
    ['a sender that is no mailbox', 'Sender', 'somebody', 'email address'],
    ['two senders', 'Sender', 'a@example.com, b@example.com', 'one address'],
    ['a message id outside of ASCII', 'In-Reply-To', '<é@example.com>', 'must be ASCII'],
    ['references outside of ASCII', 'References', '<a@example.com> <é@example.com>', 'must be ASCII'],
    ['a keyword outside of ASCII', 'Auto-Submitted', 'généré', 'must be ASCII'],
    [
      'text outside of ASCII beside the URLs of a list',
      'List-Unsubscribe',
      'désinscription <https://acme.example/u>',
      'only in a URL',
    ],
    ['a host that is none', 'List-Unsubscribe', '<https://é|x/>', 'valid host names'],
    ['the id of a list outside of ASCII', 'List-ID', 'Liste <é.example.com>', 'the id in ASCII'],
    ['a list id without brackets', 'List-ID', 'é', 'the form'],
    ['addresses that are none, outside of ASCII', 'Disposition-Notification-To', 'Zoë', 'email address'],
  ])('%s', (_what, name, value, reason) => {
    expect(headerProblem(name, value)).toContain(reason);
  });
});

test.each([
  ['X-Entity-Ref-ID', '123'],
  ['List-Unsubscribe', '<https://acme.example/unsubscribe?u=1>, <mailto:leave@acme.example>'],
  ['List-Unsubscribe-Post', 'List-Unsubscribe=One-Click'],
  ['References', `<${'a'.repeat(60)}@example.com> `.repeat(500).trim()],
  ['References', `<${'a'.repeat(60)}@example.com>`.repeat(500)],
  ['X-Test', 'ab '.repeat(20_000)],
  ['X-Test', 'a'.repeat(997)],
  ['X-SMTPAPI', '{"category":["a","b"]}'],
  ['X-SMTPAPI', '{"category":["é","b"]}'],
  ['Sender', 'Acme, Inc. <a@example.com>'],
  ['Disposition-Notification-To', '"Zoë, Acme" <ops@acme.example>, Ops <two@acme.example>'],
  ['List-Unsubscribe', '<https://acme.example/ë?u=1>, <mailto:désinscription@bücher.example?subject=ä>'],
  ['List-ID', '"Bücher, neue" <new.books.example>'],
  ['X-Original-Subject', '=?utf-8?q?Gr=C3=BC=C3=9Fe?='],
  ['In-Reply-To', '<a@example.com>'],
  ['Message-ID', '<a.b-c@[192.0.2.1]>'],
  ['Message-ID', '<a.b-c@example.com>'],
  ['Sender', 'Acme <a@example.com>'],
  ['X-Name', 'Grüße\t🚀'],
])('headerProblem lets %s: %s pass', (name, value) => {
  expect(headerProblem(name, value)).toBeUndefined();
});

test('references of many words without an @ take linear time', () => {
  expect(headerProblem('References', 'a==BC'.repeat(100_000))).toContain('without a space');
});
