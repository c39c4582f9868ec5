import { describe, expect, test } from '@jest/globals';
import { timeOfId } from '@sendoff/db';
import { buildSubmission } from './build-submission.ts';
import type { EmailBody } from './email-body.ts';

const CONTEXT = {
  id: '019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b',
  apiKeyId: null,
  mode: 'live',
  defaultFrom: undefined,
} as const;
const COMPLETE: EmailBody = { from: 'a@example.com', to: 'b@example.com', subject: 'Hello', text: 'Hello.' };

const build = (changes: Partial<EmailBody> = {}, context: Partial<Parameters<typeof buildSubmission>[1]> = {}) =>
  buildSubmission({ ...COMPLETE, ...changes }, { ...CONTEXT, ...context });

const addresses = (count: number, prefix = 'x') => Array.from({ length: count }, (_, n) => `${prefix}${String(n)}@example.com`);
const file = (changes: object) => [{ filename: 'a.txt', content: 'aGk=', ...changes }] as NonNullable<EmailBody['attachments']>;

describe('missing fields are completed', () => {
  test('the sender comes from MAIL_DEFAULT_FROM', () => {
    const { from: _, ...body } = COMPLETE;
    expect(buildSubmission(body, { ...CONTEXT, defaultFrom: 'Acme <acme@example.com>' }).from).toBe('Acme <acme@example.com>');
  });

  test('the text is generated from the html unless it is empty', () => {
    const { text: _, ...body } = COMPLETE;
    const html = '<p>Hello</p>';
    expect(buildSubmission({ ...body, html }, CONTEXT)).toMatchObject({ html, text: undefined });
    expect(build({ html, text: '' })).toMatchObject({ html, text: null });
  });

  test('the Message-ID is derived from the id unless a header sets one', () => {
    expect(build().messageId).toBe(`<${CONTEXT.id}@example.com>`);
    const own = build({ headers: { 'message-id': '<own@example.com>', 'X-A': 'b' } });
    expect(own.messageId).toBe('<own@example.com>');
    expect(own.headers).toEqual({ 'X-A': 'b' });
  });
});

describe('encoded words (RFC 2047) are decoded', () => {
  test.each([
    ['=?utf-8?q?Doe=2C_Jane?= <Jane@Example.com>', '"Doe, Jane" <Jane@example.com>'],
    ['"=?utf-8?b?SsO8cmdlbg==?=" <j@example.com>', 'Jürgen <j@example.com>'],
    ['=?x-unknown?q?J=FCrgen?= <j@example.com>', '=?x-unknown?q?J=FCrgen?= <j@example.com>'],
    ['=?utf-8?q?a=0D=0ABcc:_x?= <j@example.com>', '=?utf-8?q?a=0D=0ABcc:_x?= <j@example.com>'],
  ])('in the name of %s', (given, kept) => {
    const submission = build({ from: given, to: [given], cc: given, bcc: given, reply_to: [given] });
    expect(submission).toMatchObject({ from: kept, to: [kept], cc: [kept], bcc: [kept], replyTo: [kept] });
  });

  test.each([
    ['=?utf-8?q?Gr=C3=BC=C3=9Fe?= from Rome', 'Grüße from Rome'],
    ['=?utf-8?q?a=0Ab?=', '=?utf-8?q?a=0Ab?='],
    ['Is =? ok?=', 'Is =? ok?='],
    [Array.from({ length: 30 }, () => `=?utf-8?q?${'=C3=BC'.repeat(10)}?=`).join(' '), 'ü'.repeat(300)],
  ])('in the subject %s', (given, kept) => {
    expect(build({ subject: given }).subject).toBe(kept);
  });
});

test('an unquoted name is unchanged', () => {
  const from = 'Acme, Inc. "West": Sales <a@acme.example>';
  expect(build({ from })).toMatchObject({ from, fromAddress: 'a@acme.example' });
});

describe('a time', () => {
  test('is relative to the time of the id', () => {
    expect(build().scheduledAt).toBeNull();
    expect(build({ scheduled_at: 'in 1 min' }).scheduledAt).toEqual(new Date(timeOfId(CONTEXT.id).getTime() + 60_000));
  });
});

describe('a file given by URL', () => {
  const fetched = (attachment: object) =>
    build({ attachments: [attachment] as EmailBody['attachments'] & object }).attachments[0];

  test('is left to the worker', () => {
    expect(fetched({ path: 'https://example.com/a.pdf', filename: 'invoice.pdf', content_type: 'application/pdf' })).toEqual({
      filename: 'invoice.pdf',
      contentType: 'application/pdf',
      contentId: null,
      bytes: null,
      url: 'https://example.com/a.pdf',
    });
  });

  test.each([
    ['https://example.com/files/in%20voice.pdf?x=/y#z', 'in voice.pdf'],
    ['HTTPS://example.com', 'attachment'],
    ['http://example.com/a/', 'attachment'],
    ['http://example.com/%zz', '%zz'],
  ])('%s names itself', (path, filename) => {
    expect(fetched({ path })?.filename).toBe(filename);
  });
});

describe('given values are kept', () => {
  test('addresses are kept as written, and each recipient once in lower case with its first kind', () => {
    const submission = build({
      to: ['Ada <ADA@Example.com>'],
      cc: 'ada@example.COM',
      bcc: ['bob@example.com', 'BOB@example.com'],
      reply_to: 'Desk <desk@example.com>',
    });
    expect(submission).toMatchObject({
      to: ['Ada <ADA@Example.com>'],
      cc: ['ada@example.COM'],
      bcc: ['bob@example.com', 'BOB@example.com'],
      replyTo: ['Desk <desk@example.com>'],
      recipients: [
        { address: 'ada@example.com', kind: 'to' },
        { address: 'bob@example.com', kind: 'bcc' },
      ],
    });
  });

  test('the maximum of each field is accepted', () => {
    const submission = build({ to: addresses(50), cc: addresses(50, 'c'), bcc: addresses(50, 'b'), subject: 'x'.repeat(2000) });
    expect(submission.recipients).toHaveLength(150);
  });

  test('attachments decode to the same bytes in every form that clients send', () => {
    const bytes = Buffer.from(Array.from({ length: 256 }, (_, n) => n));
    const forms = [bytes.toString('base64'), [...bytes], JSON.parse(JSON.stringify(bytes)) as object, ''];
    const { attachments } = build({
      attachments: forms.map((content, n) => ({ filename: `${String(n)}.bin`, content }) as never),
    });
    expect(attachments.slice(0, 3).map((attachment) => Buffer.from(attachment.bytes ?? []).equals(bytes))).toEqual([
      true,
      true,
      true,
    ]);
    expect(attachments[3]?.bytes).toHaveLength(0);
  });

  test('the metadata of an attachment is kept', () => {
    const [attachment] = build({
      attachments: file({ filename: 'Übersicht 📎.pdf', content_type: 'text/plain; charset="utf-8"', content_id: 'logo@1' }),
    }).attachments;
    expect(attachment).toMatchObject({
      filename: 'Übersicht 📎.pdf',
      contentType: 'text/plain; charset="utf-8"',
      contentId: 'logo@1',
    });
  });

  test('40 MB of attachments are accepted', () => {
    const content = Buffer.alloc(30 * 1024 * 1024).toString('base64');
    expect(content).toHaveLength(40 * 1024 * 1024);
    expect(build({ attachments: file({ content }) }).attachments).toHaveLength(1);
  });
});
