/** The same request, acted on once. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { acceptSubmissions } from '@sendoff/db';
import { sampleSubmission } from '@sendoff/db/testing';
import { Resend } from 'resend';
import { startServer, type Running } from '../../../test/run.ts';
import { startTestApi, type TestApi } from '../../../test/start-test-api.ts';
import { fingerprintRequest } from '@sendoff/intake/submission';

const MAIL = { from: 'acme@example.com', to: 'ada@example.com', subject: 'Hello', text: 'Hello.' };

let api: TestApi;
let token: string;
let resend: Resend;

beforeAll(async () => {
  api = await startTestApi(undefined);
  ({ token } = await api.createKey('sending_access'));
  resend = new Resend(token, { baseUrl: api.url });
});
beforeEach(async () => {
  await api.database.emailRecord.deleteMany();
  await api.database.idempotencyKey.deleteMany();
});
afterAll(() => api.close());

const kept = () => api.database.emailRecord.count();
const ask = (key: string, changes: object = {}) =>
  api.ask('POST', '/emails', { key: token, body: { ...MAIL, ...changes }, headers: { 'idempotency-key': key } });

describe('the same request again', () => {
  test('gets the same answer, and nothing more is kept', async () => {
    const first = await resend.emails.send(MAIL, { idempotencyKey: 'welcome/1' });
    const again = await resend.emails.send({ ...MAIL }, { idempotencyKey: 'welcome/1' });
    expect(first.error).toBeNull();
    expect(again.data).toEqual(first.data);
    expect(await kept()).toBe(1);
  });

  test.each([
    ['what says nothing', {}, { cc: '', headers: [], scheduled_at: null, reply_to: ' ' }],
    ['the name of a field', { reply_to: 'a@example.com' }, { replyTo: 'a@example.com' }],
    [
      'the order of headers and tags',
      { headers: { A: ['b'], C: 1 }, tags: { d: 1, e: 2 } },
      { headers: { C: 1, A: ['b'] }, tags: { e: 2, d: 1 } },
    ],
    [
      'the place of a data URL',
      { attachments: [{ filename: 'a', content: 'data:;base64,aGk' }] },
      { attachments: [{ filename: 'a', path: 'data:,hi' }] },
    ],
  ])('is the same in another form: %s', async (_what, one, other) => {
    const first = await ask('form', one);
    expect(first.status).toBe(200);
    expect(await ask('form', other)).toMatchObject({ status: 200, body: first.body });
    expect(await kept()).toBe(1);
  });

  test('is the same in another order of fields, and with the same bytes in another form', async () => {
    const attachments = [{ filename: 'a.txt', content: 'aGk=' }];
    const first = await ask('a', { attachments });
    const { from, ...rest } = MAIL;
    const body = { attachments: [{ content: [104, 105], filename: 'a.txt' }], ...rest, from };
    const again = await api.ask('POST', '/emails', { key: token, body, headers: { 'idempotency-key': 'a' } });
    expect(again).toMatchObject({ status: 200, body: first.body });
    expect(await kept()).toBe(1);
  });

  test('with a time in English is the same, though it would now mean another time', async () => {
    const first = await ask('a', { scheduled_at: 'in 1 hour' });
    expect((await ask('a', { scheduled_at: 'in 1 hour' })).body).toEqual(first.body);
    expect(await kept()).toBe(1);
  });

  test('gets its answer also when the time it asks for has passed meanwhile', async () => {
    const { id, token: key } = await api.createKey();
    const body = { ...MAIL, scheduled_at: '2020-01-01T00:00:00Z' };
    const kept = sampleSubmission();
    const payload = fingerprintRequest('POST /emails', body, kept);
    await acceptSubmissions(api.database, [kept], { apiKeyId: id, key: 'late', payload, response: { id: kept.id } });
    const again = await api.ask('POST', '/emails', { key, body, headers: { 'idempotency-key': 'late' } });
    expect(again).toMatchObject({ status: 200, body: { id: kept.id } });
    const other = await api.ask('POST', '/emails', { key, body, headers: { 'idempotency-key': 'later' } });
    expect(other.status).toBe(422);
  });

  test('with another API key is another request', async () => {
    const other = await api.createKey();
    await ask('a');
    const answer = await api.ask('POST', '/emails', { key: other.token, body: MAIL, headers: { 'idempotency-key': 'a' } });
    expect(answer.status).toBe(200);
    expect(await kept()).toBe(2);
  });

  test('after a day is a new one', async () => {
    const first = await ask('a');
    const yesterday = new Date(Date.now() - 25 * 3_600_000);
    await api.database.idempotencyKey.updateMany({ data: { createdAt: yesterday } });
    const second = await ask('a', { subject: 'Another' });
    expect(second.status).toBe(200);
    expect(second.body).not.toEqual(first.body);
  });
});

test('another request with the same key is refused', async () => {
  await ask('a');
  const { error } = await resend.emails.send({ ...MAIL, subject: 'Another' }, { idempotencyKey: 'a' });
  expect(error).toMatchObject({ statusCode: 409, name: 'invalid_idempotent_request' });
  expect(await kept()).toBe(1);
});

test('a request that is refused uses no key', async () => {
  expect((await ask('a', { to: 'nobody' })).status).toBe(422);
  expect((await ask('a')).status).toBe(200);
});

test.each([
  ['empty', '', 400],
  ['257 characters', 'x'.repeat(257), 400],
  ['256 characters', 'x'.repeat(256), 200],
])('a key that is %s: %s %i', async (_what, key, status) => {
  const answer = await ask(key);
  expect(answer.status).toBe(status);
  if (status === 400) {
    expect(answer.body).toEqual({
      statusCode: 400,
      name: 'invalid_idempotency_key',
      message: 'The `Idempotency-Key` header must have 1 to 256 characters.',
    });
  }
  expect(await kept()).toBe(status === 200 ? 1 : 0);
});

describe('two processes', () => {
  let servers: Running[];
  let urls: string[];

  beforeAll(async () => {
    const environment = { DATABASE_URL: api.databaseUrl, SECRET_KEY: 'x'.repeat(32), PORT: '0' };
    servers = [startServer(environment), startServer(environment)];
    urls = await Promise.all(servers.map(async (server) => `http://127.0.0.1:${(await server.seen(/"port":(\d+)/))[1] ?? ''}`));
  });
  afterAll(async () => {
    for (const { process } of servers) process.kill('SIGKILL');
    await Promise.all(servers.map(({ ended }) => ended));
  });

  test('twenty identical requests at once keep exactly one email', async () => {
    const post = async (url: string) => {
      const response = await fetch(`${url}/emails`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': 'twenty' },
        body: JSON.stringify(MAIL),
      });
      return { status: response.status, body: (await response.json()) as { id?: string; name?: string } };
    };
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => post(urls[n % 2] ?? '')));

    expect(await kept()).toBe(1);
    const { id } = await api.database.emailRecord.findFirstOrThrow();
    const accepted = answers.filter(({ status }) => status === 200);
    expect(accepted.length).toBeGreaterThan(0);
    for (const { body } of accepted) expect(body.id).toBe(id);
    for (const { status, body } of answers.filter((answer) => !accepted.includes(answer))) {
      expect({ status, name: body.name }).toEqual({ status: 409, name: 'concurrent_idempotent_requests' });
    }
    // Whoever was too early gets the answer of the first once it asks again.
    expect(await post(urls[1] ?? '')).toEqual({ status: 200, body: { id } });
  });
});
