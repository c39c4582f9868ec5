/** Keys made, listed, renamed and deleted over HTTP, on a real database. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Resend } from 'resend';
import { startTestApi, type TestApi } from '../test/start-test-api.ts';

const MAIL = { from: 'acme@example.com', to: 'ada@example.com', subject: 'Hello', text: 'Hello.' };

let api: TestApi;
let key: string;
let resend: Resend;

beforeAll(async () => {
  api = await startTestApi(undefined);
  ({ token: key } = await api.createKey());
  resend = new Resend(key, { baseUrl: api.url });
});
afterAll(() => api.close());

describe('what is refused makes no key', () => {
  test.each([
    [{}, 'missing_required_field', /Missing `name` field/],
    [{ name: ' ' }, 'missing_required_field', /Missing `name` field/],
    [{ name: 'x'.repeat(51) }, 'validation_error', /`name` field must be a string of 1 to 50 characters/],
    [{ name: 5 }, 'validation_error', /`name` field must be a string/],
    [{ name: 'a\nb' }, 'validation_error', /`name` field must not/],
    [{ name: 'a\0' }, 'validation_error', /`name` field must not/],
    [{ name: 'a', permission: 'owner' }, 'validation_error', /must be `full_access` or `sending_access`/],
    [{ name: 'a', mode: 'dry' }, 'validation_error', /must be `live` or `test`/],
    [{ name: 'a', domain_id: 'd' }, 'validation_error', /`domain_id` field is not served yet\. Leave it out/],
    [{ name: 'a', colour: 'red' }, 'validation_error', /`colour` field is not known/],
  ])('%j', async (body, name, message) => {
    const before = await api.database.apiKey.count();
    const answer = await api.ask('POST', '/api-keys', { key, body });
    expect(answer).toMatchObject({ status: 422, body: { statusCode: 422, name, message: expect.stringMatching(message) } });
    expect(await api.database.apiKey.count()).toBe(before);
  });

  test('with a key that may only send', async () => {
    const { token } = await api.createKey('sending_access');
    for (const [method, path] of [
      ['POST', '/api-keys'],
      ['GET', '/api-keys'],
      ['PATCH', '/api-keys/x'],
      ['DELETE', '/api-keys/x'],
    ] as const) {
      const answer = await api.ask(method, path, { key: token, ...(method === 'POST' && { body: { name: 'a' } }) });
      expect(answer).toMatchObject({ status: 401, body: { name: 'restricted_api_key' } });
    }
  });

  test.each([
    ['PATCH', { name: 'a' }],
    ['DELETE', undefined],
  ] as const)('%s on a key that is not there, or no id', async (method, body) => {
    const unknown = await api.ask(method, '/api-keys/019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b', { key, body });
    expect(unknown).toMatchObject({ status: 404, body: { name: 'not_found', message: 'API key not found' } });
    expect(await api.ask(method, '/api-keys/x', { key, body })).toMatchObject({
      status: 422,
      body: { name: 'invalid_parameter' },
    });
  });
});

describe('a key', () => {
  test('is made by the resend package, works at once, and is shown only this once', async () => {
    const { data, error } = await resend.apiKeys.create({ name: 'Shop', permission: 'sending_access' });
    expect(error).toBeNull();
    expect(data?.token).toMatch(/^re_so_live_[\w-]{43}$/);
    expect((await api.ask('POST', '/emails', { key: data?.token ?? '', body: MAIL })).status).toBe(200);
    expect((await api.ask('GET', '/emails', { key: data?.token ?? '' })).status).toBe(401);

    const listed = await resend.apiKeys.list();
    expect(listed.data?.data[0]).toEqual({
      id: data?.id,
      name: 'Shop',
      created_at: expect.stringMatching(/^\d{4}-\d\d-\d\d .*\+00$/),
      last_used_at: null,
      permission: 'sending_access',
      mode: 'live',
      expires_at: null,
      allowed_networks: [],
      allowed_senders: [],
      quotas: { daily_emails: null, daily_bytes: null, scheduled_emails: null, webhooks: null },
    });
    expect(JSON.stringify(listed)).not.toContain(data?.token);
  });

  test('answers 201, with full access and for live mail unless it says otherwise', async () => {
    const answer = await api.ask('POST', '/api-keys', { key, body: { name: 'Plain' } });
    expect(answer.status).toBe(201);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const row = await api.database.apiKey.findUniqueOrThrow({ where: { id: String(answer.body['id']) } });
    expect(row).toMatchObject({ permission: 'full_access', mode: 'live' });
  });

  test('may be asked for with null for what is left out, and renamed with its id repeated', async () => {
    const made = await api.ask('POST', '/api-keys', { key, body: { name: 'Null', permission: null, domain_id: null } });
    expect(made.status).toBe(201);
    const id = String(made.body['id']);
    expect(await api.ask('PATCH', `/api-keys/${id}`, { key, body: { id, api_key_id: id, name: 'New' } })).toMatchObject({
      status: 200,
      body: { id },
    });
    const other = await api.ask('PATCH', `/api-keys/${id}`, { key, body: { api_key_id: 'x', name: 'Other' } });
    expect(other).toMatchObject({ status: 422, body: { message: expect.stringContaining('`api_key_id` field must be the id') } });
    expect(await api.database.apiKey.findUniqueOrThrow({ where: { id } })).toMatchObject({ name: 'New' });
  });

  test('for test mail makes test mail', async () => {
    const { body } = await api.ask('POST', '/api-keys', { key, body: { name: 'Tests', mode: 'test' } });
    expect(body['token']).toMatch(/^re_so_test_/);
    const sent = await api.ask('POST', '/emails', { key: String(body['token']), body: MAIL });
    const email = await api.database.emailRecord.findUniqueOrThrow({ where: { id: String(sent.body['id']) } });
    expect(email.mode).toBe('test');
  });

  test('is renamed, and deleted with an empty body and a JSON content type', async () => {
    const { data } = await resend.apiKeys.create({ name: 'Old' });
    const id = data?.id ?? '';
    expect((await resend.apiKeys.update(id, { name: 'New' })).data).toEqual({ object: 'api_key', id });
    expect((await resend.apiKeys.list()).data?.data.find((one) => one.id === id)?.name).toBe('New');
    expect((await resend.apiKeys.remove(id)).data).toEqual({ object: 'api_key', id, deleted: true });
    expect((await resend.apiKeys.remove(id)).error).toMatchObject({ statusCode: 404, name: 'not_found' });
    expect((await resend.apiKeys.list()).data?.data.find((one) => one.id === id)).toBeUndefined();
  });
});

describe('the list', () => {
  test('shows every key once, page by page', async () => {
    for (let n = 0; n < 5; n += 1) await api.createKey();
    const all = (await api.ask('GET', '/api-keys?limit=100', { key })).body['data'] as { id: string }[];
    const seen: string[] = [];
    for (let more = true; more;) {
      const last = seen.at(-1);
      const page = await resend.apiKeys.list({ limit: 2, ...(last !== undefined && { after: last }) });
      seen.push(...(page.data?.data ?? []).map(({ id }) => id));
      more = page.data?.has_more ?? false;
      if (seen.length > 100) throw new Error('pages without end');
    }
    expect(seen).toEqual(all.map(({ id }) => id));
    const before = await resend.apiKeys.list({ limit: 1, before: seen[2] ?? '' });
    expect(before.data).toMatchObject({ has_more: true, data: [{ id: seen[1] }] });
  });

  test.each(['limit=0', 'limit=101', 'after=x', 'page=2', `after=${'0'.repeat(8)}-0000-0000-0000-000000000000&before=x`])(
    '%s is explained',
    async (query) => {
      expect(await api.ask('GET', `/api-keys?${query}`, { key })).toMatchObject({
        status: 422,
        body: { name: 'invalid_parameter' },
      });
    },
  );
});

test('the last use of a key is noted when the API closes, without a write for each request', async () => {
  const other = await startTestApi(undefined);
  const { id, token } = await other.createKey();
  await other.ask('GET', '/emails', { key: token });
  expect((await other.database.apiKey.findUniqueOrThrow({ where: { id } })).lastUsedAt).toBeNull();
  await other.closeApp();
  const { lastUsedAt } = await other.database.apiKey.findUniqueOrThrow({ where: { id } });
  expect(Date.now() - (lastUsedAt?.getTime() ?? 0)).toBeLessThan(60_000);
  await other.close();
});
