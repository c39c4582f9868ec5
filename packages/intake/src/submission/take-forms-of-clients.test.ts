/** Undocumented forms in which released clients write an email, and what is stored. */
import { describe, expect, test } from '@jest/globals';
import { buildSubmission } from './build-submission.ts';
import type { EmailBody } from './email-body.ts';

const CONTEXT = { id: '019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b', apiKeyId: null, mode: 'live', defaultFrom: undefined } as const;
const COMPLETE: EmailBody = { from: 'a@example.com', to: 'b@example.com', subject: 'Hello', text: 'Hello.' };

const build = (changes: Partial<EmailBody>) => buildSubmission({ ...COMPLETE, ...changes }, CONTEXT);

describe('headers', () => {
  test.each<[string, NonNullable<EmailBody['headers']>, object]>([
    ['several values of one name', { 'X-Tag': ['a', 'b'] }, { 'X-Tag': ['a', 'b'] }],
    ['a list with one value', { 'X-Tag': ['a'] }, { 'X-Tag': 'a' }],
    ['a list of names and values', [{ name: 'X-C', value: 'v' }], { 'X-C': 'v' }],
    [
      'a name that is there twice in a list',
      [
        { name: 'X-C', value: 'v' },
        { name: 'x-c', value: ['w', 5] },
      ],
      { 'X-C': ['v', 'w', '5'] },
    ],
    ['numbers and truth values', { 'X-Priority': 1, 'X-Test': true }, { 'X-Priority': '1', 'X-Test': 'true' }],
    ['folded values', { 'X-A': 'one\r\n two\n\tthree' }, { 'X-A': 'one two\tthree' }],
    ['empty values', { 'X-A': '', 'X-B': null, 'X-C': [], 'X-D': [' ', 'd'], 'X-E': '\r\n ' }, { 'X-D': 'd' }],
    [
      'fields that are written with the message or on its way',
      {
        'MIME-Version': '1.0',
        'Content-Type': 'x',
        'Return-Path': ['<a>', '<b>'],
        'dkim-signature': 'v=1',
        Received: 'x',
        'X-A': 'b',
      },
      { 'X-A': 'b' },
    ],
    [
      'a name that is one of an object',
      [{ name: '__proto__', value: ['a', 'b'] }],
      JSON.parse('{"__proto__":["a","b"]}') as object,
    ],
  ])('%s', (_what, headers, kept) => {
    expect(build({ headers }).headers).toEqual(kept);
  });

  test.each([
    ['Fri, 03 Apr 2026 22:13:42 +0200', 'Fri, 03 Apr 2026 20:13:42 GMT'],
    ['3 Apr 2026 22:13 GMT (UTC)', 'Fri, 03 Apr 2026 22:13:00 GMT'],
    ['2026-04-03T22:13:42Z', 'Fri, 03 Apr 2026 22:13:42 GMT'],
  ])('the date %s is that of the message', (date, kept) => {
    expect(build({ headers: { date } }).headers).toEqual({ Date: kept });
  });

  test('the Reply-To header is used unless the field reply_to is given', () => {
    const headers = { 'Reply-To': '"Desk, Acme" <desk@example.com>, help@example.com' };
    expect(build({ headers })).toMatchObject({ headers: {}, replyTo: ['"Desk, Acme" <desk@example.com>', 'help@example.com'] });
    expect(build({ headers, reply_to: 'c@example.com' })).toMatchObject({ headers: {}, replyTo: ['c@example.com'] });
    expect(build({ headers: { 'Reply-To': 'no address' }, reply_to: 'c@example.com' }).replyTo).toEqual(['c@example.com']);
  });

  test('headers that repeat fields of the request are left out', () => {
    const headers = { From: 'Other <o@example.com>', To: 'Bob <B@example.com>', Bcc: 'c@example.com', Subject: 'Other' };
    expect(build({ headers, cc: 'c@example.com' })).toMatchObject({ headers: {}, from: 'a@example.com', subject: 'Hello' });
  });
});

test.each<[string, NonNullable<EmailBody['tags']>]>([
  ['an object', { order: 17, kind: 'receipt', none: null, empty: '' }],
  [
    'a list with a number, and with tags that say nothing',
    [
      { name: 'order', value: 17 },
      { name: 'kind', value: 'receipt' },
      { name: 'a', value: '' },
      { name: '', value: '' },
    ],
  ],
  ['a list of objects with one name and its value', [{ order: '17' }, { kind: 'receipt' }]],
])('tags as %s', (_form, tags) => {
  expect(build({ tags }).tags).toEqual([
    { name: 'order', value: '17' },
    { name: 'kind', value: 'receipt' },
  ]);
});

describe('files', () => {
  type GivenFile = NonNullable<EmailBody['attachments']>[number];
  const fileOf = (file: GivenFile) => {
    const [{ bytes, ...kept } = { bytes: null }] = build({ attachments: [file] }).attachments;
    return { ...kept, content: Buffer.from(bytes ?? []).toString() };
  };
  const CALENDAR = 'BEGIN:VCALENDAR\r\nSUMMARY:Grüße\r\nEND:VCALENDAR\r\n';

  test.each<[string, GivenFile, object]>([
    ['base64 with line breaks', { filename: 'a.txt', content: 'aG\r\nk=\r\n' }, { content: 'hi' }],
    ['the text of a calendar', { filename: 'a.ics', content: CALENDAR, content_type: 'text/calendar' }, { content: CALENDAR }],
    ['a calendar in base64', { filename: 'a.ics', content: Buffer.from(CALENDAR).toString('base64') }, { content: CALENDAR }],
    [
      'a data URL',
      { filename: 'a', content: 'data:text/plain;charset=utf-8;base64,aGk=' },
      { filename: 'a', contentType: 'text/plain;charset=utf-8', content: 'hi' },
    ],
    [
      'a data URL as a path, with another type',
      { path: 'data:text/plain,hi', content_type: 'text/html', content: '' },
      { filename: 'attachment-1.html', contentType: 'text/html', content: 'hi', url: null },
    ],
    [
      'a data URL of a type that is none',
      { content: 'data:nonsense;base64,aGk=' },
      { filename: 'attachment-1.bin', contentType: null },
    ],
    ['no name', { content: 'aGk=', content_type: 'application/pdf; x=y' }, { filename: 'attachment-1.pdf' }],
    ['an empty content beside a path', { content: [], path: 'https://example.com/a.pdf' }, { url: 'https://example.com/a.pdf' }],
    ['a content id in angle brackets', { filename: 'a', content: '', content_id: '<logo@x>' }, { contentId: 'logo@x' }],
  ])('%s', (_what, file, kept) => {
    expect(fileOf(file)).toMatchObject(kept);
  });
});
