/** Requests as released clients send them, recorded from those that are named, and what is kept of them. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestApi, type TestApi } from './start-test-api.ts';

let api: TestApi;
let key: string;

beforeAll(async () => {
  api = await startTestApi(undefined);
  ({ token: key } = await api.createKey());
});
afterAll(() => api.close());

async function keep(body: unknown) {
  const answer = await api.ask('POST', '/emails', { key, body });
  expect([answer.status, answer.body]).toEqual([200, { id: expect.any(String) }]);
  const id = String(answer.body['id']);
  return api.database.emailRecord.findUniqueOrThrow({
    where: { id },
    include: { content: true, tags: true, attachments: { orderBy: { position: 'asc' }, include: { content: true } } },
  });
}

const MAIL = { from: 'hello@acme.example', to: ['ada@example.com'], subject: 'Hello', html: '<p>Hello</p>' };

describe('a whole request of', () => {
  test('Payload 3.90', async () => {
    const email = await keep({
      from: 'hello@acme.example',
      subject: 'Reset your password',
      to: 'ada@example.com',
      bcc: '',
      cc: '',
      reply_to: '',
      attachments: [{ content: { type: 'Buffer', data: [104, 105] }, filename: false }],
      html: '<p>Reset</p>',
      text: '',
    });
    expect(email).toMatchObject({
      cc: [],
      bcc: [],
      replyTo: [],
      content: { text: null },
      attachments: [{ filename: 'attachment-1.bin' }],
    });
  });

  test('Laravel 12', async () => {
    const email = await keep({
      bcc: [],
      cc: ['cc@example.com'],
      from: '"Acme, Inc." <hello@acme.example>',
      headers: {
        'Message-ID': '<own@acme.example>',
        Date: 'Mon, 30 Nov 2026 10:00:00 +0000',
        'Return-Path': '<bounce@acme.example>',
        'X-Long': 'Ein langer Wert mit\r\n =?utf-8?Q?=C3=A4=C3=B6=C3=BC=2C?=',
      },
      html: '<p>Welcome</p>',
      reply_to: [],
      subject: 'Welcome',
      tags: [],
      text: null,
      to: ['cc@example.com', '"Ada Lovelace" <ada@example.com>'],
      attachments: [
        { content_type: 'text/calendar', content: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n', filename: 'invite.ics' },
        { content_type: 'image/png', content: 'aGk=', filename: 'logo.png', inline_content_id: 'logo@acme' },
      ],
    });
    expect(email).toMatchObject({
      messageId: '<own@acme.example>',
      headers: { Date: 'Mon, 30 Nov 2026 10:00:00 GMT', 'X-Long': 'Ein langer Wert mit =?utf-8?Q?=C3=A4=C3=B6=C3=BC=2C?=' },
      attachments: [{ contentType: 'text/calendar' }, { contentId: 'logo@acme' }],
    });
    expect(Buffer.from(email.attachments[0]?.content?.bytes ?? []).toString()).toBe('BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n');
  });

  test('Symfony 8.2', async () => {
    const headers = { 'Reply-To': 'Support <reply@acme.example>', 'X-Priority': '1 (Highest)', Sender: 'sender@acme.example' };
    const email = await keep({ ...MAIL, reply_to: 'Help <help@acme.example>', headers, tags: [{ 'X-Tag': 'welcome' }] });
    expect(email).toMatchObject({
      replyTo: ['Help <help@acme.example>'],
      headers: { 'X-Priority': '1 (Highest)', Sender: 'sender@acme.example' },
      tags: [{ name: 'X-Tag', value: 'welcome' }],
    });
  });

  test('n8n 2.3', async () => {
    const email = await keep({
      ...MAIL,
      replyTo: ['reply@acme.example'],
      scheduledAt: new Date(Date.now() + 3_600_000).toISOString(),
      topicId: '',
      attachments: [{ filename: 'a.pdf', content: 'aGk=', contentId: 'logo', contentType: 'application/pdf' }],
      headers: { 'X-One': '' },
      tags: [{ name: 'a', value: '' }],
    });
    expect(email).toMatchObject({
      status: 'scheduled',
      replyTo: ['reply@acme.example'],
      headers: {},
      tags: [],
      attachments: [{ contentId: 'logo', contentType: 'application/pdf' }],
    });
  });

  test('Swoosh 1.26', async () => {
    expect(await keep({ ...MAIL, headers: [{ name: 'X-C', value: 'v' }] })).toMatchObject({ headers: { 'X-C': 'v' } });
  });

  test('Ruby 1.10, with files in lines of base64', async () => {
    const content = Buffer.alloc(100, 7);
    const lines = content.toString('base64').replaceAll(/.{60}/g, '$&\n') + '\n';
    const email = await keep({ ...MAIL, headers: { 'X-Number': 17 }, attachments: [{ filename: 'a.bin', content: lines }] });
    expect(email.headers).toEqual({ 'X-Number': '17' });
    expect(Buffer.from(email.attachments[0]?.content?.bytes ?? [])).toEqual(content);
  });

  test('resend-dotnet 0.11, which makes webhooks with a status', async () => {
    const body = { endpoint: 'https://hooks.example.com/', status: 'enabled', events: ['email.sent', 'contact.created'] };
    expect(await api.ask('POST', '/webhooks', { key, body })).toMatchObject({ status: 201 });
  });
});

test('what is not known stays refused', async () => {
  for (const [field, value] of Object.entries({ colour: '', ReplyTo: 'x', replyto: 'x' })) {
    expect(await api.ask('POST', '/emails', { key, body: { ...MAIL, [field]: value } })).toMatchObject({
      status: 422,
      body: { message: `The \`${field}\` field is not known. Leave it out; /docs lists what there is.` },
    });
  }
  // Content that was forgotten looks like a file that is empty.
  const forgotten = { ...MAIL, attachments: [{ filename: 'a.pdf' }] };
  expect(await api.ask('POST', '/emails', { key, body: forgotten })).toMatchObject({
    status: 422,
    body: { name: 'invalid_attachment' },
  });
  expect(await api.ask('POST', '/emails', { key, body: { ...MAIL, topicId: 'x' } })).toMatchObject({
    status: 422,
    body: { message: 'The `topic_id` field is not served yet. Leave it out.' },
  });
});
