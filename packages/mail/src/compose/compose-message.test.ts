import { describe, expect, test } from '@jest/globals';
import { boundaryOf, fieldsOf, headersOf, PLAIN, roundTrip } from '../../test/compose-kit.ts';
import { composeMessage } from './compose-message.ts';
import type { OutgoingMessage } from './composer-input.ts';
import { InvalidMailbox } from '../message/parse-mailbox.ts';

describe('a message arrives as it was written', () => {
  test('names and subject in Unicode', async () => {
    const subject = 'Ünïcödé – größere Überraschung für Sie: 日本語の件名がとても長い場合でも壊れません 🚀👩‍👩‍👧';
    const { parsed, raw } = await roundTrip({
      from: '"Müller, Jürgen" <jm@acme.example>',
      to: ['山田太郎 <yamada@example.com>', 'plain@example.com'],
      subject,
    });
    expect(parsed.subject).toBe(subject);
    expect(parsed.from).toMatchObject({ name: 'Müller, Jürgen', address: 'jm@acme.example' });
    expect(parsed.to).toMatchObject([{ name: '山田太郎', address: 'yamada@example.com' }, { address: 'plain@example.com' }]);
    expect(headersOf(raw)).toMatch(/^[\x20-\x7e\r\n]*$/);
  });

  test('html alone', async () => {
    const { parsed, raw } = await roundTrip({ html: '<p>Grüße</p>', text: null });
    expect(parsed.html?.trim()).toBe('<p>Grüße</p>');
    expect(headersOf(raw)).toContain('Content-Type: text/html');
  });

  test('text alone', async () => {
    const { parsed } = await roundTrip({ text: 'one\ntwo\r\nthree' });
    expect(parsed.text?.trimEnd()).toBe('one\ntwo\nthree');
    expect(parsed.html ?? '').toBe('');
  });

  test('html and text', async () => {
    const { parsed, raw } = await roundTrip({ html: '<p>Both</p>', text: 'Both' });
    expect(parsed).toMatchObject({ html: expect.stringContaining('<p>Both</p>'), text: expect.stringContaining('Both') });
    expect(headersOf(raw)).toContain('multipart/alternative');
  });

  test('a long line', async () => {
    const long = 'x'.repeat(5000);
    const { parsed } = await roundTrip({ text: `before\n${long}\nafter`, html: `<p>${long}</p>` });
    expect(parsed.text?.trimEnd()).toBe(`before\n${long}\nafter`);
    expect(parsed.html).toContain(long);
  });

  test('emoji and right-to-left text', async () => {
    const text = 'שלום עולם 👋🏽\nمرحبا بالعالم';
    const { parsed } = await roundTrip({ subject: 'שלום 👋🏽', text });
    expect(parsed.subject).toBe('שלום 👋🏽');
    expect(parsed.text?.replaceAll('\r\n', '\n').trimEnd()).toBe(text);
  });

  test('an attachment of every byte, with a name in Unicode', async () => {
    const content = Buffer.from(Array.from({ length: 1024 }, (_, index) => index % 256));
    const { parsed } = await roundTrip({
      attachments: [{ filename: 'Übersicht 2026.pdf', contentType: null, contentId: null, content }],
    });
    expect(parsed.attachments).toMatchObject([
      { filename: 'Übersicht 2026.pdf', mimeType: 'application/pdf', disposition: 'attachment' },
    ]);
    expect(Buffer.from(parsed.attachments[0]?.content as ArrayBuffer).equals(content)).toBe(true);
  });

  test('an inline image', async () => {
    const { parsed, raw } = await roundTrip({
      html: '<img src="cid:logo">',
      attachments: [{ filename: 'logo.png', contentType: 'image/png', contentId: 'logo', content: Buffer.from('png') }],
    });
    expect(parsed.attachments).toMatchObject([{ contentId: '<logo>', disposition: 'inline', related: true }]);
    expect(raw.toString()).toContain('multipart/related');
  });

  test('an attached message stays one file, whatever it holds', async () => {
    const content = Buffer.from(`Subject: Inner\r\n\r\n${'é'.repeat(2000)}`);
    const { parsed } = await roundTrip({
      attachments: [{ filename: 'a.eml', contentType: 'message/rfc822', contentId: null, content }],
    });
    expect(parsed.subject).toBe('Hello');
    expect(Buffer.from(parsed.attachments[0]?.content as ArrayBuffer).equals(content)).toBe(true);
  });

  test('reply-to, cc and custom headers', async () => {
    const { parsed } = await roundTrip({
      cc: ['Copy <copy@example.com>'],
      replyTo: ['Support <support@acme.example>', 'second@acme.example'],
      headers: { 'X-Entity-Ref-ID': '12 34', 'List-Unsubscribe': '<https://acme.example/u>', key: 'From', value: 'x' },
    });
    expect(parsed.cc).toMatchObject([{ name: 'Copy', address: 'copy@example.com' }]);
    expect(parsed.replyTo).toMatchObject([{ address: 'support@acme.example' }, { address: 'second@acme.example' }]);
    const custom = Object.fromEntries(parsed.headers.map(({ key, value }) => [key, value]));
    expect(custom).toMatchObject({
      'x-entity-ref-id': '12 34',
      'list-unsubscribe': '<https://acme.example/u>',
      key: 'From',
      value: 'x',
    });
    expect(parsed.from?.address).toBe('hello@acme.example');
  });

  test('dots at the start of lines', async () => {
    const text = '.one\n..two\n.\nend';
    const { parsed } = await roundTrip({ text });
    expect(parsed.text?.trimEnd()).toBe(text);
  });

  test('its id and date, and nothing that names the software', async () => {
    const { parsed, raw } = await roundTrip({ headers: { 'Message-ID': '<other@example.com>' } });
    expect(parsed.messageId).toBe(PLAIN.messageId);
    expect(parsed.date).toBe('2026-02-03T04:05:06.000Z');
    expect(fieldsOf(raw).sort()).toEqual([
      'content-transfer-encoding',
      'content-type',
      'date',
      'from',
      'message-id',
      'mime-version',
      'subject',
      'to',
    ]);
  });

  test('an address with a local part in Unicode', async () => {
    const raw = await composeMessage({ ...PLAIN, to: ['用户@例子.公司'] });
    expect(headersOf(raw)).toMatch(/^To: 用户@/m);
  });
});

test('composing twice gives the same bytes', async () => {
  const email: OutgoingMessage = {
    ...PLAIN,
    html: '<img src="cid:logo">',
    attachments: [
      { filename: 'a.txt', contentType: null, contentId: null, content: Buffer.from('a') },
      { filename: 'logo.png', contentType: null, contentId: 'logo', content: Buffer.from('png') },
    ],
  };
  const [first, second] = [await composeMessage(email), await composeMessage(email)];
  expect(first.equals(second)).toBe(true);
});

test.each([
  ['id', { messageId: '<other@acme.example>' }],
  ['text', { text: 'Hello!' }],
  ['html', { html: '<p>Hello!</p>' }],
])('the boundaries of a message with another %s are other ones, with files and without', async (_what, changes) => {
  const plain: OutgoingMessage = { ...PLAIN, html: '<p>Hello</p>' };
  const attachments = [{ filename: 'a.txt', contentType: null, contentId: null, content: Buffer.from('a') }];
  for (const email of [plain, { ...plain, attachments }]) {
    const [one, other] = [await composeMessage(email), await composeMessage({ ...email, ...changes })];
    expect(boundaryOf(other)).not.toBe(boundaryOf(one));
  }
});

test('an address that is none is refused', async () => {
  await expect(composeMessage({ ...PLAIN, to: ['a@example.com, b@example.com'] })).rejects.toThrow(InvalidMailbox);
});
