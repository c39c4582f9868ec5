import { describe, expect, test } from '@jest/globals';
import { headerProblem } from './header-problem.ts';

describe('headerProblem refuses', () => {
  test.each([
    ['CR LF in a value', 'X-Test', 'a\r\nBcc: x@example.com', 'line break'],
    ['LF in a value', 'X-Test', 'a\nb', 'line break'],
    ['NUL in a value', 'X-Test', 'a\0b', 'NUL'],
    ['a lone surrogate', 'X-Test', '\udc00', 'surrogate'],
    ['an empty value', 'X-Test', ' ', 'empty'],
    ['a long value', 'X-Test', 'ab '.repeat(2000), '4096'],
    ['a long word', 'X-Test', 'a'.repeat(901), '900'],
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
  ])('%s', (_what, name, value, reason) => {
    expect(headerProblem(name, value)).toContain(reason);
  });
});

test.each([
  ['X-Entity-Ref-ID', '123'],
  ['List-Unsubscribe', '<https://acme.example/unsubscribe?u=1>, <mailto:leave@acme.example>'],
  ['List-Unsubscribe-Post', 'List-Unsubscribe=One-Click'],
  ['References', `<${'a'.repeat(60)}@example.com> `.repeat(20).trim()],
  ['In-Reply-To', '<a@example.com>'],
  ['Message-ID', '<a.b-c@[192.0.2.1]>'],
  ['Message-ID', '<a.b-c@example.com>'],
  ['Sender', 'Acme <a@example.com>'],
  ['X-Name', 'Grüße\t🚀'],
])('headerProblem lets %s: %s pass', (name, value) => {
  expect(headerProblem(name, value)).toBeUndefined();
});
