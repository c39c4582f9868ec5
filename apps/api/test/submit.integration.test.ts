/** What is accepted, and what is refused, by a listening API on a real database. */
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { revokeApiKey } from '@sendoff/db';
import { queueEngines } from '@sendoff/testkit';
import { Resend } from 'resend';
import { CLOSED_REDIS, startTestApi, type TestApi } from './start-test-api.ts';

const MAIL = { from: 'Acme <acme@example.com>', to: ['ada@example.com'], subject: 'Hello', text: 'Hello.' };

async function until(condition: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 15_000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error('did not happen in time');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe.each(queueEngines())('with the queue on $name', ({ redisUrl }) => {
  let api: TestApi;
  let token: string;
  let resend: Resend;

  beforeAll(async () => {
    api = await startTestApi(redisUrl);
    ({ token } = await api.createKey());
    // With a slash at the end, its paths begin with two.
    resend = new Resend(token, { baseUrl: `${api.url}/` });
  });
  afterAll(() => api.close());

  test('an email of the resend package is kept, enqueued, and read back as it was written', async () => {
    const { data, error } = await resend.emails.send({
      from: 'Größe <acme@example.com>',
      to: ['Ada <ADA@example.com>', 'bob@example.com'],
      cc: 'carol@example.com',
      bcc: 'ada@example.com',
      replyTo: ['desk@example.com'],
      subject: 'Grüße 📬',
      html: '<p>Hello</p>',
      headers: { 'X-Campaign': 'spring' },
      tags: [{ name: 'category', value: 'welcome' }],
    });
    expect(error).toBeNull();
    const id = data?.id ?? '';

    const read = await resend.emails.get(id);
    expect(read.error).toBeNull();
    expect(read.data).toEqual({
      object: 'email',
      id,
      message_id: `<${id}@example.com>`,
      from: 'Größe <acme@example.com>',
      to: ['Ada <ADA@example.com>', 'bob@example.com'],
      cc: ['carol@example.com'],
      bcc: ['ada@example.com'],
      reply_to: ['desk@example.com'],
      subject: 'Grüße 📬',
      html: '<p>Hello</p>',
      text: 'Hello',
      tags: [{ name: 'category', value: 'welcome' }],
      created_at: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{6}\+00$/),
      scheduled_at: null,
      last_event: 'queued',
      status: 'queued',
      attempts: 0,
      mode: 'live',
      failure: null,
      content_expired: false,
      waiting: { reason: 'queued', next_attempt_at: expect.any(String) },
      recipients: [
        { address: 'ada@example.com', kind: 'to', state: 'pending', simulated: false, reply: null, feedback: null },
        { address: 'bob@example.com', kind: 'to', state: 'pending', simulated: false, reply: null, feedback: null },
        { address: 'carol@example.com', kind: 'cc', state: 'pending', simulated: false, reply: null, feedback: null },
      ],
    });
    const record = await api.database.emailRecord.findUniqueOrThrow({ where: { id } });
    expect(record).toMatchObject({ headers: { 'X-Campaign': 'spring' }, generation: 0, mode: 'live' });
    await until(async () => (await api.queue.countWaiting()) === 1);
  });

  test('the text of each email of a batch is made from its html, also in html that was made to take long', async () => {
    const { text: _, ...mail } = MAIL;
    const html = ['<p>One</p>', `${'<blockquote>'.repeat(280)}${'x<br>'.repeat(4000)}`, '<p>Three</p>'];
    const { data } = await resend.batch.send(html.map((each) => ({ ...mail, html: each })));
    const ids = data?.data.map(({ id }) => id) ?? [];
    const texts = await Promise.all(ids.map(async (id) => (await resend.emails.get(id)).data?.text ?? ''));
    expect([texts[0], texts[2]]).toEqual(['One', 'Three']);
    expect(texts[1]).toMatch(/^(?:> )+x\n/);
    expect(texts[1]?.length).toBeLessThanOrEqual(2 * (html[1]?.length ?? 0));
  });

  test('html that takes up the whole limit leaves no room for a text', async () => {
    const { text: _, ...mail } = MAIL;
    const html = `<p>Text</p>${'x'.repeat(10 * 1024 * 1024 - 11)}`;
    const { status, body } = await api.ask('POST', '/emails', { key: token, body: { ...mail, html } });
    expect(status).toBe(200);
    const content = await api.database.emailContent.findUniqueOrThrow({ where: { emailId: String(body['id']) } });
    expect([content.html?.length, content.text]).toEqual([html.length, null]);
  });

  test('attachments are stored byte for byte, in every form in which clients send them', async () => {
    const bytes = Buffer.from(Array.from({ length: 1000 }, (_, n) => (n * 7) % 256));
    const { data } = await resend.emails.send({
      ...MAIL,
      attachments: [
        { filename: 'buffer.bin', content: bytes, contentType: 'application/pdf' },
        { filename: 'text.bin', content: bytes.toString('base64'), contentId: 'logo' },
      ],
    });
    const integers = await api.ask('POST', '/emails', {
      key: token,
      body: { ...MAIL, attachments: [{ filename: 'integers.bin', content: [...bytes] }] },
    });
    const stored = await api.database.attachment.findMany({
      where: { emailId: { in: [data?.id ?? '', String(integers.body['id'])] } },
      include: { content: true },
      orderBy: [{ emailId: 'asc' }, { position: 'asc' }],
    });
    expect(stored).toMatchObject([
      { filename: 'buffer.bin', contentType: 'application/pdf', contentId: null },
      { filename: 'text.bin', contentType: null, contentId: 'logo' },
      { filename: 'integers.bin', contentType: null, contentId: null },
    ]);
    for (const { content } of stored) expect(Buffer.from(content?.bytes ?? []).equals(bytes)).toBe(true);
  });

  test('an attachment by URL is left to be fetched', async () => {
    const { data, error } = await resend.emails.send({ ...MAIL, attachments: [{ path: 'https://example.com/files/a%20b.pdf' }] });
    expect(error).toBeNull();
    expect(await api.database.attachment.findMany({ where: { emailId: data?.id ?? '' } })).toMatchObject([
      { filename: 'a b.pdf', url: 'https://example.com/files/a%20b.pdf', size: null, sha256: null },
    ]);
  });

  test('a key for test mail makes test mail', async () => {
    const key = await api.createKey('sending_access', 'test');
    const { status, body } = await api.ask('POST', '/emails', { key: key.token, body: MAIL });
    expect(status).toBe(200);
    const record = await api.database.emailRecord.findUniqueOrThrow({ where: { id: String(body['id']) } });
    expect(record).toMatchObject({ mode: 'test', apiKeyId: key.id });
  });

  test('a subject as long as one may be is stored, though nothing of it can be compressed', async () => {
    const subject = Array.from({ length: 500 }, () => String.fromCodePoint(randomInt(0x20000, 0x2a6d6))).join('');
    expect(Buffer.byteLength(subject)).toBe(2000);
    const { body } = await api.ask('POST', '/emails', { key: token, body: { ...MAIL, subject } });
    const { id } = body as { readonly id: string };
    expect(await api.database.emailRecord.findUniqueOrThrow({ where: { id } })).toMatchObject({ subject });
  });

  test('it is ready', async () => {
    expect(await api.ask('GET', '/readyz')).toMatchObject({
      status: 200,
      body: { status: 'ready', checks: { database: 'ok', queue: 'ok' } },
    });
  });
});

describe('what is refused is not stored', () => {
  let api: TestApi;
  let token: string;

  beforeAll(async () => {
    api = await startTestApi(undefined);
    ({ token } = await api.createKey());
  });
  afterAll(() => api.close());

  const many = Array.from({ length: 51 }, (_, n) => `x${String(n)}@example.com`);
  const { to: _to, ...withoutTo } = MAIL;
  // 3600 octets, of which nothing can be compressed, in 1200 characters.
  const MANY_IDEOGRAPHS = Array.from({ length: 1200 }, () => String.fromCodePoint(randomInt(0x4e00, 0x9fff))).join('');

  test.each<[string, unknown, number, string]>([
    ['no recipient', withoutTo, 422, 'missing_required_field'],
    ['CR LF in the subject', { ...MAIL, subject: 'x\r\nBcc: y@example.com' }, 422, 'validation_error'],
    ['a subject that no index can hold', { ...MAIL, subject: MANY_IDEOGRAPHS }, 422, 'validation_error'],
    ['CR LF in a header', { ...MAIL, headers: { 'X-A': 'x\r\nBcc: y@example.com' } }, 422, 'validation_error'],
    ['51 recipients', { ...MAIL, to: many }, 422, 'validation_error'],
    ['a bad address', { ...MAIL, to: ['ada@example.com', 'nobody'] }, 422, 'validation_error'],
    ['a bad sender', { ...MAIL, from: 'nobody' }, 422, 'invalid_from_address'],
    ['NUL in the text', { ...MAIL, text: 'x\0' }, 422, 'validation_error'],
    ['an unknown field', { ...MAIL, colour: 'red' }, 422, 'validation_error'],
    ['a field that names something absent', { ...MAIL, template: { id: 'x' } }, 422, 'validation_error'],
    ['a time in the past', { ...MAIL, scheduled_at: 'yesterday' }, 422, 'validation_error'],
    ['a file without content or path', { ...MAIL, attachments: [{ filename: 'a' }] }, 422, 'invalid_attachment'],
    ['an attachment that is not base64', { ...MAIL, attachments: [{ filename: 'a', content: '!' }] }, 422, 'invalid_attachment'],
    ['broken JSON', '{"to":', 400, 'validation_error'],
    ['no body, as clients send it on some calls', '', 422, 'validation_error'],
    ['a body that is too large', { ...MAIL, text: 'x'.repeat(120 * 1024 * 1024) }, 413, 'validation_error'],
  ])('%s', async (_what, body, statusCode, name) => {
    const answer = await api.ask('POST', '/emails', { key: token, body });
    expect(answer.body).toEqual({ statusCode, name, message: expect.any(String) });
    expect(answer.status).toBe(statusCode);
    expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(await api.database.emailRecord.count()).toBe(0);
  });

  test('no key, and a wrong one; also before a large body is read', async () => {
    expect(await api.ask('POST', '/emails', { body: MAIL })).toMatchObject({ status: 401, body: { name: 'missing_api_key' } });
    const body = { ...MAIL, text: 'x'.repeat(121 * 1024 * 1024) };
    expect(await api.ask('POST', '/emails', { key: `${token}x`, body })).toMatchObject({
      status: 401,
      body: { statusCode: 401, name: 'validation_error', message: 'API key is invalid' },
    });
    expect(await api.database.emailRecord.count()).toBe(0);
  });
});

describe('keys', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startTestApi(undefined);
  });
  afterAll(() => api.close());

  test('one for sending may send, and nothing else', async () => {
    const { token: key } = await api.createKey('sending_access');
    const { body } = await api.ask('POST', '/emails', { key, body: MAIL });
    const restricted = { status: 401, body: { name: 'restricted_api_key' } };
    expect(await api.ask('GET', '/emails', { key })).toMatchObject(restricted);
    expect(await api.ask('GET', `/emails/${String(body['id'])}`, { key })).toMatchObject(restricted);
  });

  test('one that another process revoked is refused soon', async () => {
    const { id, token: key } = await api.createKey();
    expect((await api.ask('GET', '/emails', { key })).status).toBe(200);
    await revokeApiKey(api.database, id, 'all');
    await until(async () => (await api.ask('GET', '/emails', { key })).status === 401);
  });

  test('one that is revoked while a body comes in keeps nothing, however late the body is', async () => {
    const { id, token: key } = await api.createKey('sending_access');
    const full = await api.createKey();
    const body = JSON.stringify(MAIL);
    const headers = {
      ...{ authorization: `Bearer ${key}`, expect: '100-continue' },
      ...{ 'content-type': 'application/json', 'content-length': body.length },
    };
    const post = request(`${api.url}/emails`, { method: 'POST', headers });
    post.flushHeaders();
    await once(post, 'continue');
    expect((await api.ask('DELETE', `/api-keys/${id}`, { key: full.token })).status).toBe(200);
    post.end(body);
    const [response] = (await once(post, 'response')) as [IncomingMessage];
    expect(response.statusCode).toBe(401);
    response.resume();
    expect(await api.database.emailRecord.count({ where: { apiKeyId: id } })).toBe(0);
  });
});

describe('with the queue away', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startTestApi(CLOSED_REDIS, { defaultFrom: 'Acme <acme@example.com>' });
  });
  afterAll(() => api.close());

  test('email is still accepted', async () => {
    const { token: key } = await api.createKey();
    const { from: _, ...body } = MAIL;
    const answer = await api.ask('POST', '/emails', { key, body });
    expect(answer.status).toBe(200);
    const record = await api.database.emailRecord.findUniqueOrThrow({ where: { id: String(answer.body['id']) } });
    expect(record).toMatchObject({ status: 'queued', from: 'Acme <acme@example.com>' });
  });

  test('it is degraded, not unavailable', async () => {
    expect(await api.ask('GET', '/readyz')).toMatchObject({
      status: 200,
      body: { status: 'degraded', checks: { database: 'ok', queue: 'unreachable' } },
    });
  });
});

describe('with the database away', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startTestApi(undefined);
  });
  afterAll(() => api.close());

  test('requests get 503, and it is not ready', async () => {
    const { token: key } = await api.createKey();
    expect((await api.ask('GET', '/emails', { key })).status).toBe(200);
    await api.dropDatabase();

    const away = { status: 503, body: { statusCode: 503, name: 'application_error' } };
    expect(await api.ask('POST', '/emails', { key, body: MAIL })).toMatchObject(away);
    expect(await api.ask('GET', '/emails', { key })).toMatchObject(away);
    expect(await api.ask('GET', '/readyz')).toMatchObject({ status: 503, body: { status: 'unavailable' } });
    expect((await api.ask('GET', '/healthz')).status).toBe(200);
  });
});
