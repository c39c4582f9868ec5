/** API keys with the `resend` package. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Resend } from 'resend';
import { callApi } from './testing/call-api.ts';
import { createReleases } from './testing/releases.ts';
import { startStack, type Stack } from './testing/start-stack.ts';
import { fail, succeed } from './testing/succeed.ts';
import { waitForArrival } from './testing/wait-for-status.ts';
import { waitUntil } from './testing/wait-until.ts';

const UNKNOWN_ID = '019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b';
const EMAIL = { from: 'Acme <hello@acme.example>', to: 'ada@example.com', subject: 'Hello', text: 'It works.' };

const releases = createReleases();
let stack: Stack;
let resend: Resend;

beforeAll(async () => {
  stack = await startStack(releases, {});
  await Promise.all([stack.startApi(), stack.startWorker()]);
  resend = new Resend(stack.api.key, { baseUrl: stack.api.url });
});
afterAll(releases.releaseAll);

const clientWith = (key: string) => new Resend(key, { baseUrl: stack.api.url });

describe('an API key', () => {
  test('is created with 201 and works immediately', async () => {
    const { status, body } = await callApi(stack.api, { method: 'POST', path: '/api-keys', body: { name: 'Shop' } });
    expect([status, body]).toEqual([201, { id: expect.any(String), token: expect.any(String) }]);
    const { token } = await succeed(resend.apiKeys.create({ name: 'Shop', permission: 'full_access' }));
    expect(await succeed(clientWith(token).emails.list())).toMatchObject({ object: 'list' });
  });

  test('is listed with its name and times, without its secret', async () => {
    const { id, token } = await succeed(resend.apiKeys.create({ name: 'Listed' }));
    await succeed(clientWith(token).emails.list());
    const list = await succeed(resend.apiKeys.list());
    expect(list).toMatchObject({ object: 'list', has_more: false });
    expect(list.data[0]).toMatchObject({
      id,
      name: 'Listed',
      created_at: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{6}\+00$/),
    });
    expect(JSON.stringify(list)).not.toContain(token.slice(-20));
    await waitUntil('the use of the key being noted', 30_000, async () => {
      const { data } = await succeed(resend.apiKeys.list());
      return typeof data.find((key) => key.id === id)?.last_used_at === 'string';
    });
  });

  test('can be listed in pages', async () => {
    await succeed(resend.apiKeys.create({ name: 'One' }));
    await succeed(resend.apiKeys.create({ name: 'Two' }));
    const first = await succeed(resend.apiKeys.list({ limit: 1 }));
    expect([first.has_more, first.data.map(({ name }) => name)]).toEqual([true, ['Two']]);
    const second = await succeed(resend.apiKeys.list({ limit: 1, after: first.data[0]?.id ?? '' }));
    expect(second.data.map(({ name }) => name)).toEqual(['One']);
    const back = await succeed(resend.apiKeys.list({ limit: 1, before: second.data[0]?.id ?? '' }));
    expect([back.has_more, back.data.map(({ name }) => name)]).toEqual([false, ['Two']]);
  });

  test('can be renamed', async () => {
    const { id } = await succeed(resend.apiKeys.create({ name: 'Before' }));
    expect(await succeed(resend.apiKeys.update(id, { name: 'After' }))).toMatchObject({ id });
    expect((await succeed(resend.apiKeys.list())).data.find((key) => key.id === id)?.name).toBe('After');
  });

  test('is rejected soon after deletion, even if it was just used', async () => {
    const { id, token } = await succeed(resend.apiKeys.create({ name: 'Deleted' }));
    const client = clientWith(token);
    await succeed(client.emails.list());
    expect(await succeed(resend.apiKeys.remove(id))).toEqual({ object: 'api_key', id, deleted: true });

    const error = await waitUntil('the key being refused', 30_000, async () => (await client.emails.send(EMAIL)).error ?? false);
    expect(error).toMatchObject({ statusCode: 401, name: 'validation_error', message: 'API key is invalid' });

    expect((await succeed(resend.apiKeys.list({ limit: 100 }))).data.map((key) => key.id)).not.toContain(id);
    expect(await fail(resend.apiKeys.remove(id))).toMatchObject({ statusCode: 404, name: 'not_found' });
  });

  test('that does not exist returns 404', async () => {
    expect(await fail(resend.apiKeys.remove(UNKNOWN_ID))).toMatchObject({ statusCode: 404, name: 'not_found' });
    expect(await fail(resend.apiKeys.update(UNKNOWN_ID, { name: 'x' }))).toMatchObject({ statusCode: 404, name: 'not_found' });
  });

  test.each([
    { what: 'no name', body: {}, name: 'missing_required_field', message: 'Missing `name` field.' },
    { what: 'a name of 51 characters', body: { name: 'x'.repeat(51) }, name: 'validation_error' },
    { what: 'a permission that is not known', body: { name: 'x', permission: 'admin' }, name: 'validation_error' },
    { what: 'a domain', body: { name: 'x', domain_id: UNKNOWN_ID }, name: 'validation_error' },
  ])('with $what is 422', async ({ body, name, message = expect.any(String) }) => {
    expect(await callApi(stack.api, { method: 'POST', path: '/api-keys', body })).toMatchObject({
      status: 422,
      body: { statusCode: 422, name, message },
    });
  });

  test('may have a name of 50 characters', async () => {
    await succeed(resend.apiKeys.create({ name: 'x'.repeat(50) }));
  });
});

describe('a key with sending access', () => {
  let client: Resend;
  let token: string;
  beforeAll(async () => {
    ({ token } = await succeed(resend.apiKeys.create({ name: 'Sender', permission: 'sending_access' })));
    client = clientWith(token);
  });

  test('can send single emails and batches', async () => {
    await waitForArrival(stack, (await succeed(client.emails.send(EMAIL))).id);
    await succeed(client.batch.send([EMAIL, EMAIL]));
  });

  test.each([
    'GET /emails',
    'GET /emails/:id',
    'PATCH /emails/:id',
    'POST /emails/:id/cancel',
    'POST /emails/:id/retry',
    'POST /emails/:id/resolve',
    'GET /emails/:id/wait',
    'GET /emails/:id/attempts',
    'GET /emails/:id/events',
    'GET /emails/:id/attachments',
    'GET /emails/:id/attachments/:id',
    'GET /api-keys',
    'POST /api-keys',
    'PATCH /api-keys/:id',
    'DELETE /api-keys/:id',
  ])('is refused at %s', async (route) => {
    const [method = '', path = ''] = route.replaceAll(':id', UNKNOWN_ID).split(' ');
    const answer = await callApi({ ...stack.api, key: token }, { method, path });
    expect([answer.status, answer.body]).toEqual([
      401,
      { statusCode: 401, name: 'restricted_api_key', message: expect.any(String) },
    ]);
  });
});
