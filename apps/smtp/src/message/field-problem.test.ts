import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fieldProblem } from './field-problem.ts';
import { findHeaderFields } from './header-fields.ts';

const problemOf = (header: string): string | undefined => {
  const message = Buffer.from(`${header}\r\n\r\nbody\r\n`, 'latin1');
  return fieldProblem(message, findHeaderFields(message));
};

test.each([
  ['a line without a colon', 'From: a@acme.example\r\nhello there', 'Line 2 of the header is no field'],
  ['a line without a name', 'From: a@acme.example\r\n: x', 'Line 2 of the header is no field'],
  ['a name with a control character', 'Fr\x01om: ceo@acme.example', 'Line 1 of the header is no field'],
  ['a name outside of ASCII', 'Fr\xf6m: ceo@acme.example', 'Line 1 of the header is no field'],
  ['a name with a space', 'Fr om: ceo@acme.example', 'Line 1 of the header is no field'],
  [
    'white space before the colon',
    'X-A: 1\r\n 2\r\nFrom : a@acme.example',
    'Line 3 of the header has white space before its colon',
  ],
  ['a tab before the colon', 'From\t: a@acme.example', 'Line 1 of the header has white space'],
  [
    'a continuation without a field before it',
    ' From: a@acme.example',
    'Line 1 of the header goes on with a field, and there is none',
  ],
  [
    'a line of white space',
    'Subject: x\r\n \t\r\nFrom: a@acme.example',
    'Line 1 of the header begins a field with an empty line',
  ],
  ['a line of white space at the end', 'Subject: x\r\n ', 'Line 1 of the header begins a field with an empty line'],
  ['two From', 'From: a@acme.example\r\nX: y\r\nFROM: b@acme.example', 'Line 3 of the header is a second field of its name'],
  ['the same From twice', 'From: a@acme.example\r\nFrom: a@acme.example', 'Line 2 of the header is a second field of its name'],
  ['an empty From beside another', 'From:\r\nFrom: a@acme.example', 'Line 2 of the header is a second field of its name'],
  ...['Sender', 'Reply-To', 'To', 'Cc', 'Subject', 'Date', 'Message-ID', 'References', 'MIME-Version', 'Content-Type'].map(
    (name) => [
      `two different ${name}`,
      `${name}: a\r\n${name.toLowerCase()}: b`,
      'Line 2 of the header is a second field of its name',
    ],
  ),
])('%s is reported with its line number', (_what, header, problem) => {
  expect(problemOf(header)).toContain(problem);
});

test('the quoted line is cut to 60 characters of printable ASCII', () => {
  expect(problemOf(`caf\xe9 \x07${'x'.repeat(100)}`)).toMatch(/: "caf\? \?x{54}"\.$/);
});

test.each([
  'From: a@acme.example\r\nSubject: one\r\n two\r\n\tthree',
  'MIME-Version: 1.0\r\nmime-version:  1.0',
  'Received: a\r\nReceived: b\r\nDKIM-Signature: c\r\nDKIM-Signature: d\r\nX-Tag: e\r\nX-Tag: f',
  'Subject:\r\n =?utf-8?q?folded_at_once?=',
  'X-Empty:',
])('the header %j has no problem', (header) => {
  expect(problemOf(header)).toBeUndefined();
});

test('a header without a problem has the same fields for programs that look for names and for colons', () => {
  const pieces = fc.array(fc.constantFrom('From', 'X-A', ':', ' ', '\t', '\r\n', 'a@b.example', '\x01', '\xe9', 'To:'), {
    maxLength: 20,
  });
  fc.assert(
    fc.property(pieces, (texts) => {
      const header = texts.join('');
      if (header.includes('\r\n\r\n') || header.startsWith('\r\n') || problemOf(header) !== undefined) return;
      for (const line of header.split('\r\n').filter((one) => one !== '')) expect(line).toMatch(/^(?:[!-9;-~]+:|[ \t]+[^ \t])/);
      expect(header.match(/^From:/gm)?.length ?? 0).toBeLessThanOrEqual(1);
    }),
    { numRuns: 2000 },
  );
});
