/** The emails that `buildSubmission` refuses, and its messages. */
import { describe, expect, test } from '@jest/globals';
import { ERRORS, SendoffError } from '@sendoff/core';
import { buildSubmission } from './build-submission.ts';
import type { EmailBody } from './email-body.ts';

const CONTEXT = {
  id: '019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b',
  apiKeyId: null,
  mode: 'live',
  defaultFrom: undefined,
} as const;
const COMPLETE: EmailBody = { from: 'a@example.com', to: 'b@example.com', subject: 'Hello', text: 'Hello.' };

function problemOf(body: EmailBody): { name: string; message: string } {
  try {
    buildSubmission(body, CONTEXT);
  } catch (error) {
    if (error instanceof SendoffError) return { name: ERRORS[error.code].name, message: error.message };
    throw error;
  }
  return { name: 'none', message: 'nothing is wrong' };
}

const MEBI = 1024 * 1024;
const addresses = (count: number, prefix = 'x') => Array.from({ length: count }, (_, n) => `${prefix}${String(n)}@example.com`);
const file = (changes: object) => [{ filename: 'a.txt', content: 'aGk=', ...changes }] as NonNullable<EmailBody['attachments']>;

describe('an error names the field, the problem and what is expected', () => {
  const { from: _from, ...withoutFrom } = COMPLETE;
  const { text: _text, ...withoutText } = COMPLETE;

  test.each<[string, EmailBody, string, RegExp]>([
    ['no sender', withoutFrom, 'missing_required_field', /^Missing `from` field\.$/],
    ['no body', withoutText, 'missing_required_field', /^Missing `html` or `text` field\.$/],
    ['an empty body', { ...COMPLETE, text: '', html: '' }, 'missing_required_field', /^Missing `html` or `text` field\.$/],
    ['no recipient', { ...COMPLETE, to: [] }, 'missing_required_field', /^Missing `to` field\.$/],
    [
      '51 recipients',
      { ...COMPLETE, to: addresses(51) },
      'validation_error',
      /^The `to` field must be .* up to 50 email addresses\.$/,
    ],
    [
      'too many in all',
      { ...COMPLETE, to: addresses(50), cc: addresses(60, 'c'), bcc: addresses(60, 'b') },
      'validation_error',
      /at most 150/,
    ],
    ['a bad sender', { ...COMPLETE, from: 'nobody' }, 'invalid_from_address', /^The `from` field must be an email address/],
    [
      'two senders',
      { ...COMPLETE, from: 'a@example.com, b@example.com' },
      'invalid_from_address',
      /^The `from` field must be one address/,
    ],
    ['a bad recipient', { ...COMPLETE, to: 'nobody' }, 'validation_error', /^The `to` field must be an email address/],
    [
      'a bad one among several',
      { ...COMPLETE, cc: ['c@example.com', 'x@'] },
      'validation_error',
      /^The `cc` field, item 2: must /,
    ],
    ['a line break in an address', { ...COMPLETE, to: 'b@example.com\r\nBcc: c@example.com' }, 'validation_error', /line break/],
    ['a bad reply_to', { ...COMPLETE, reply_to: ['x'] }, 'validation_error', /^The `reply_to` field, item 1: must /],
    [
      'CR LF in the subject',
      { ...COMPLETE, subject: 'x\r\nBcc: c@example.com' },
      'validation_error',
      /^The `subject` field must not contain a line break\.$/,
    ],
    ['NUL in the subject', { ...COMPLETE, subject: 'x\0' }, 'validation_error', /^The `subject` field must not contain a NUL/],
    ['half a surrogate pair', { ...COMPLETE, subject: '\ud800' }, 'validation_error', /^The `subject` field must be well-formed/],
    ['a long subject', { ...COMPLETE, subject: 'x'.repeat(2001) }, 'validation_error', /at most 2000 octets/],
    [
      'a subject of fewer characters than octets',
      { ...COMPLETE, subject: '題'.repeat(667) },
      'validation_error',
      /^The `subject` field must have at most 2000 octets of UTF-8, and has 2001\.$/,
    ],
    ['NUL in the text', { ...COMPLETE, text: 'x\0' }, 'validation_error', /^The `text` field must not contain a NUL/],
    [
      'a long html',
      { ...COMPLETE, html: 'é'.repeat(5 * MEBI + 1) },
      'validation_error',
      /^The `html` field must have at most 10 MB in UTF-8\.$/,
    ],
    [
      'html and text that are long together',
      { ...COMPLETE, html: 'x'.repeat(6 * MEBI), text: 'x'.repeat(4 * MEBI + 1) },
      'validation_error',
      /^The `text` field must have at most 10 MB in UTF-8 together with `html`\.$/,
    ],
    [
      'half a surrogate pair in the html',
      { ...COMPLETE, html: '\udc00' },
      'validation_error',
      /^The `html` field must be well-formed/,
    ],
    [
      'CR LF in a header',
      { ...COMPLETE, headers: { 'X-A': 'x\r\nBcc: y' } },
      'validation_error',
      /^The `headers` field, `X-A`: must not contain a line break/,
    ],
    [
      'CR LF in an encoded word of a header',
      { ...COMPLETE, headers: { 'X-A': '=?utf-8?q?x=0D=0ABcc:_y?=' } },
      'validation_error',
      /^The `headers` field, `X-A`: must not hold a line break or a NUL in an encoded word/,
    ],
    [
      'a header with characters that it has no form for',
      { ...COMPLETE, headers: { 'In-Reply-To': '<é@example.com>' } },
      'validation_error',
      /^The `headers` field, `In-Reply-To`: must be ASCII/,
    ],
    [
      'a list of addresses before a name',
      { ...COMPLETE, to: 'a@example.com, Bob <b@example.com>' },
      'validation_error',
      /^The `to` field must be one address/,
    ],
    [
      'a subject that is long once it is decoded',
      { ...COMPLETE, subject: Array.from({ length: 60 }, () => `=?utf-8?b?${'44GC'.repeat(12)}?=`).join(' ') },
      'validation_error',
      /at most 2000 octets of UTF-8, and has 2160/,
    ],
    ['a header of ours', { ...COMPLETE, headers: { bcc: 'c@example.com' } }, 'validation_error', /use the field `bcc` instead/],
    [
      'a bad header name',
      { ...COMPLETE, headers: { 'X A': 'x' } },
      'validation_error',
      /^The `headers` field, `X A`: is not a valid header name/,
    ],
    ['a header twice', { ...COMPLETE, headers: { 'X-A': 'x', 'x-a': 'y' } }, 'validation_error', /`x-a`: is given twice/],
    [
      'several values of a header that a message has once',
      { ...COMPLETE, headers: { References: ['<a@example.com>', '<b@example.com>'] } },
      'validation_error',
      /`References`: is given twice/,
    ],
    [
      'a bad value among several',
      { ...COMPLETE, headers: [{ name: 'X-A', value: ['x', 'y\r\nBcc: z'] }] },
      'validation_error',
      /`X-A`: must not contain a line break/,
    ],
    ['a line break that folds nothing', { ...COMPLETE, headers: { 'X-A': 'x\r\n\r\n y' } }, 'validation_error', /line break/],
    ['a bad date', { ...COMPLETE, headers: { Date: 'today' } }, 'validation_error', /`Date`: must be a date such as/],
    ['two dates', { ...COMPLETE, headers: { Date: ['2026-04-03', '2026-04-04'] } }, 'validation_error', /`Date`: is given twice/],
    ['a bad Reply-To', { ...COMPLETE, headers: { 'Reply-To': 'x' } }, 'validation_error', /`Reply-To`: must be an email address/],
    [
      '51 addresses of Reply-To',
      { ...COMPLETE, headers: { 'Reply-To': addresses(51).join(', ') } },
      'validation_error',
      /`Reply-To`: must name at most 50/,
    ],
    [
      'a recipient who is only in a header',
      { ...COMPLETE, headers: { To: 'b@example.com, c@example.com' } },
      'validation_error',
      /use the field `to` instead/,
    ],
    ['a resent field', { ...COMPLETE, headers: { 'Resent-To': 'c@example.com' } }, 'validation_error', /`Resent-To`: must not/],
    [
      '101 headers',
      { ...COMPLETE, headers: Object.fromEntries(addresses(101).map((_, n) => [`X-${String(n)}`, 'x'])) },
      'validation_error',
      /at most 100 headers/,
    ],
    [
      'long headers',
      { ...COMPLETE, headers: Object.fromEntries(addresses(40).map((_, n) => [`X-${String(n)}`, 'x y '.repeat(500)])) },
      'validation_error',
      /64 KB/,
    ],
    [
      'a bad tag',
      { ...COMPLETE, tags: [{ name: 'a b', value: 'x' }] },
      'validation_error',
      /^The `tags` field, item 1, `name`: must have 1 to 256/,
    ],
    [
      'a bad value of a tag',
      { ...COMPLETE, tags: { order: '17', kind: 'a b' } },
      'validation_error',
      /^The `tags` field, item 2, `value`: must/,
    ],
    [
      'a bad name of a tag without a value',
      { ...COMPLETE, tags: [{ name: 'a b', value: '' }] },
      'validation_error',
      /^The `tags` field, item 1, `name`: must/,
    ],
    [
      'a tag without a value',
      { ...COMPLETE, tags: [{ name: 'a' }] },
      'missing_required_field',
      /^The `tags` field, item 1: missing `value`\.$/,
    ],
    [
      'a tag without a name',
      { ...COMPLETE, tags: [{ value: 'a' }] },
      'missing_required_field',
      /^The `tags` field, item 1: missing `name`\.$/,
    ],
    [
      'bad base64',
      { ...COMPLETE, attachments: file({ content: 'aGk$' }) },
      'invalid_attachment',
      /^The `attachments` field, item 1, `content`: must be base64/,
    ],
    [
      'a broken data URL',
      { ...COMPLETE, attachments: file({ content: 'data:text/plain;base64,aGk$' }) },
      'invalid_attachment',
      /`content`: must be a valid `data:` URL/,
    ],
    [
      'a broken data URL as a path',
      { ...COMPLETE, attachments: file({ content: undefined, path: 'data:text/plain;base64' }) },
      'invalid_attachment',
      /`path`: must be a valid `data:` URL/,
    ],
    [
      'half a surrogate pair in a calendar',
      { ...COMPLETE, attachments: file({ content: 'BEGIN:VCALENDAR\ud800' }) },
      'invalid_attachment',
      /`content`: must be well-formed/,
    ],
    ['no byte', { ...COMPLETE, attachments: file({ content: [1, 256] }) }, 'invalid_attachment', /item 2 is not one/],
    [
      'an object of another kind',
      { ...COMPLETE, attachments: file({ content: { type: 'Blob' } }) },
      'invalid_attachment',
      /must be base64, an array of bytes, or/,
    ],
    [
      'an empty file name',
      { ...COMPLETE, attachments: file({ filename: ' ' }) },
      'invalid_attachment',
      /`filename`: must not be empty/,
    ],
    [
      'CR LF in a file name',
      { ...COMPLETE, attachments: file({ filename: 'a\r\nb' }) },
      'invalid_attachment',
      /`filename`: must not contain a line break/,
    ],
    [
      'CR LF in an encoded word of a file name',
      { ...COMPLETE, attachments: file({ filename: '=?utf-8?q?a=0D=0Ab?=.pdf' }) },
      'invalid_attachment',
      /`filename`: must not hold a line break or a NUL/,
    ],
    [
      'a bad media type',
      { ...COMPLETE, attachments: file({ content_type: 'text' }) },
      'invalid_attachment',
      /`content_type`: must be a media type/,
    ],
    [
      'CR LF in a media type',
      { ...COMPLETE, attachments: file({ content_type: 'text/plain\r\nX: y' }) },
      'invalid_attachment',
      /`content_type`: must not contain control characters/,
    ],
    [
      'a long content id',
      { ...COMPLETE, attachments: file({ content_id: 'x'.repeat(128) }) },
      'invalid_attachment',
      /`content_id`: must have fewer than 128/,
    ],
    [
      'a content id with brackets',
      { ...COMPLETE, attachments: file({ content_id: 'x>' }) },
      'invalid_attachment',
      /`content_id`: must be ASCII without/,
    ],
    ...(
      [
        ['neither content nor path', { content: undefined }, /item 1: must have `content` or `path`\.$/],
        ['both content and path', { path: 'https://example.com/a' }, /must have `content` or `path`, not both/],
        ['a path that is no URL', { content: undefined, path: 'a.pdf' }, /`path`: must be the URL of a file/],
        ['a path of another scheme', { content: undefined, path: 'file:///etc/passwd' }, /`path`: must be the URL of a file/],
        ['a path without a host', { content: undefined, path: 'https://' }, /`path`: must be the URL of a file/],
        ['credentials in a path', { content: undefined, path: 'https://u:p@example.com/' }, /`path`: must not hold a user name/],
        ['a user name in a path', { content: undefined, path: 'https://u@example.com/' }, /`path`: must not hold a user name/],
        [
          'a long path',
          { content: undefined, path: `https://example.com/${'x'.repeat(2030)}` },
          /`path`: must have at most 2048/,
        ],
        ['a path long when encoded', { content: undefined, path: `https://example.com/${'ä'.repeat(500)}` }, /2048.*encoded/],
      ] as const
    ).map(
      ([what, changes, message]) =>
        [what, { ...COMPLETE, attachments: file(changes) }, 'invalid_attachment', message] as [string, EmailBody, string, RegExp],
    ),
    ['an unreadable time', { ...COMPLETE, scheduled_at: 'soon' }, 'validation_error', /`soon` was not understood/],
    [
      '40 MB and a byte',
      { ...COMPLETE, attachments: file({ content: Buffer.alloc(30 * 1024 * 1024 + 1).toString('base64') }) },
      'invalid_attachment',
      /over 40 MB together/,
    ],
  ])('%s', (_what, body, name, message) => {
    expect(problemOf(body)).toEqual({ name, message: expect.stringMatching(message) as unknown });
  });
});
