/** Keys made, listed, renamed and deleted over HTTP, on a real database. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ensureBootstrapKey } from '@sendoff/db';
import { Resend } from 'resend';
import { startTestApi, type TestApi } from './start-test-api.ts';

const MAIL = { from: 'acme@example.com', to: 'ada@example.com', subject: 'Hello', text: 'Hello.' };
/** What the list shows of a key without limits. */
const NO_LIMITS = {
  expires_at: null,
  allowed_networks: [],
  allowed_senders: [],
  quotas: { daily_emails: null, daily_bytes: null, scheduled_emails: null, webhooks: null },
  used_today: null,
};

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
      weight: 1,
      ...NO_LIMITS,
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

describe('the limits of a key', () => {
  const LIMITS = {
    expires_at: '2127-04-03T22:13:42Z',
    allowed_networks: ['127.0.0.1', '192.0.2.0/24', '2001:DB8:0::7'],
    allowed_senders: ['News@Acme.example', 'BÜCHER.example'],
    quotas: { daily_emails: 2, scheduled_emails: 1, webhooks: 1 },
  };
  const shown = async (id: string): Promise<unknown> => {
    const { body } = await api.ask('GET', '/api-keys?limit=100', { key });
    return (body['data'] as { id: string }[]).find((one) => one.id === id);
  };
  const make = async (limits: object): Promise<{ id: string; token: string }> => {
    const { body } = await api.ask('POST', '/api-keys', { key, body: { name: 'Limited', ...limits } });
    return { id: String(body['id']), token: String(body['token']) };
  };

  test('are kept as they are read, listed, and taken away by null', async () => {
    const { id } = await make(LIMITS);
    expect(await shown(id)).toMatchObject({
      expires_at: '2127-04-03 22:13:42.000000+00',
      allowed_networks: ['127.0.0.1/32', '192.0.2.0/24', '2001:db8::7/128'],
      allowed_senders: ['news@acme.example', 'xn--bcher-kva.example'],
      quotas: { daily_emails: 2, daily_bytes: null, scheduled_emails: 1, webhooks: 1 },
      used_today: { emails: 0, bytes: 0 },
    });
    const change = (body: object) => api.ask('PATCH', `/api-keys/${id}`, { key, body });
    expect((await change({ quotas: { daily_emails: null, daily_bytes: 5_000_000_000 } })).status).toBe(200);
    expect(await shown(id)).toMatchObject({
      expires_at: '2127-04-03 22:13:42.000000+00',
      quotas: { daily_emails: null, daily_bytes: 5_000_000_000, scheduled_emails: 1, webhooks: 1 },
    });
    const none = { expires_at: null, allowed_networks: null, allowed_senders: [], quotas: null };
    expect((await change(none)).status).toBe(200);
    expect(await shown(id)).toMatchObject(NO_LIMITS);
  });

  test('hold at once, and the list shows what was used of them', async () => {
    const { id, token } = await make({});
    expect(await shown(id)).toMatchObject(NO_LIMITS);
    const send = () => api.ask('POST', '/emails', { key: token, body: MAIL });
    expect((await send()).status).toBe(200);
    await api.ask('PATCH', `/api-keys/${id}`, { key, body: { quotas: { daily_emails: 1 } } });
    expect((await send()).status).toBe(200);
    expect(await send()).toMatchObject({ status: 429, body: { name: 'daily_quota_exceeded' } });
    expect(await shown(id)).toMatchObject({ used_today: { emails: 1, bytes: MAIL.text.length } });
    await api.ask('PATCH', `/api-keys/${id}`, { key, body: { allowed_networks: ['192.0.2.0/24'], quotas: null } });
    expect(await send()).toMatchObject({ status: 403 });
  });

  test('of webhooks hold when many are made at once', async () => {
    const { token } = await make({ quotas: { webhooks: 2 } });
    const body = { endpoint: 'https://hooks.example.com/', events: ['email.sent'] };
    const answers = await Promise.all(Array.from({ length: 8 }, () => api.ask('POST', '/webhooks', { key: token, body })));
    const made = answers.filter(({ status }) => status === 201 || status === 200);
    expect(made.length).toBe(2);
    const refused = answers.filter((answer) => !made.includes(answer));
    expect(new Set(refused.map(({ status, body: { message } }) => `${String(status)} ${String(message)}`)).size).toBe(1);
    const first = String(made[0]?.body['id']);
    expect((await api.ask('DELETE', `/webhooks/${first}`, { key: token })).status).toBe(200);
    expect([200, 201]).toContain((await api.ask('POST', '/webhooks', { key: token, body })).status);
  });

  test('keep it from making keys and changing others', async () => {
    const { id, token } = await make({ expires_at: '2127-01-01T00:00:00Z' });
    const { id: other } = await api.createKey();
    for (const [method, path, body] of [
      ['POST', '/api-keys', { name: 'More' }],
      ['PATCH', `/api-keys/${id}`, { expires_at: null }],
      ['DELETE', `/api-keys/${other}`, undefined],
    ] as const) {
      expect(await api.ask(method, path, { key: token, body })).toMatchObject({
        status: 403,
        body: { message: expect.stringContaining('limits of its own') },
      });
    }
    expect(await shown(id)).toMatchObject({ expires_at: '2127-01-01 00:00:00.000000+00' });
  });

  test.each([
    [{ expires_at: 'tomorrow' }, /`expires_at` field must be a time in ISO 8601/],
    [{ expires_at: '2020-01-01T00:00:00Z' }, /`expires_at` field must be in the future/],
    [{ allowed_networks: ['192.0.2.7/24'] }, /write `192\.0\.2\.0\/24`/],
    [{ allowed_networks: ['::ffff:192.0.2.0/120'] }, /must write an IPv4 address as such/],
    [{ allowed_networks: 'any' }, /`allowed_networks` field must be a list/],
    [{ allowed_senders: ['acme'] }, /must be an address such as/],
    [{ quotas: { daily_emails: 0 } }, /must be a whole number from 1/],
    [{ quotas: { emails: 5 } }, /`quotas` field, `emails` is not known/],
  ])('are refused when they are not valid: %j', async (limits, message) => {
    expect(await api.ask('POST', '/api-keys', { key, body: { name: 'Limited', ...limits } })).toMatchObject({
      status: 422,
      body: { name: 'validation_error', message: expect.stringMatching(message) },
    });
  });
});

describe('the weight of a key', () => {
  const make = async (body: object, using = key) =>
    api.ask('POST', '/api-keys', { key: using, body: { name: 'Weighed', ...body } });
  const change = (id: unknown, body: object, using = key) => api.ask('PATCH', `/api-keys/${String(id)}`, { key: using, body });
  const weightOf = async (id: unknown): Promise<unknown> => {
    const { body } = await api.ask('GET', '/api-keys?limit=100', { key });
    return (body['data'] as { id: string; weight: number }[]).find((one) => one.id === id)?.weight;
  };

  test('is 1 unless it is set, listed, and changed; null leaves it as it is', async () => {
    const { id } = (await make({ weight: null })).body;
    expect(await weightOf(id)).toBe(1);
    expect((await change(id, { weight: 10 })).status).toBe(200);
    expect((await change(id, { name: 'Renamed', weight: null })).status).toBe(200);
    expect(await weightOf(id)).toBe(10);
    expect(await change(id, { weight: null })).toMatchObject({ status: 422, body: { name: 'missing_required_field' } });
    const { id: heavy } = (await make({ weight: 3 })).body;
    expect(await weightOf(heavy)).toBe(3);
  });

  test.each([0, 11, 1.5, '3'])('is refused when it is %j', async (weight) => {
    const { id } = (await make({})).body;
    for (const answer of [await make({ weight }), await change(id, { weight })]) {
      expect(answer).toMatchObject({
        status: 422,
        body: { name: 'validation_error', message: expect.stringMatching(/`weight` field must be a whole number from 1 to 10/) },
      });
    }
  });

  test('is no limit: a key with one may manage keys', async () => {
    const { id, token } = (await make({ weight: 3 })).body;
    expect((await make({ weight: 2 }, String(token))).status).toBe(201);
    expect((await change(id, { weight: 4 }, String(token))).status).toBe(200);
  });

  test('can be set by a test key to nothing but 1', async () => {
    const { token } = await api.createKey('full_access', 'test');
    const { id } = (await make({ weight: 1 }, token)).body;
    const beyond = { status: 403, body: { message: expect.stringContaining('A test key can set no weight other than 1') } };
    expect(await make({ weight: 2 }, token)).toMatchObject(beyond);
    expect(await change(id, { weight: 2 }, token)).toMatchObject(beyond);
    expect((await change(id, { weight: 2 })).status).toBe(200);
    expect((await change(id, { weight: 1 }, token)).status).toBe(200);
  });

  test('may be given to the key of BOOTSTRAP_API_KEY, which has no limits', async () => {
    await ensureBootstrapKey(api.database, 'b'.repeat(32));
    const { id } = await api.database.apiKey.findFirstOrThrow({ where: { bootstrap: true } });
    expect(await change(id, { weight: 3, quotas: { daily_emails: 1 } })).toMatchObject({ status: 422 });
    expect(await weightOf(id)).toBe(1);
    expect((await change(id, { weight: 3 })).status).toBe(200);
    await ensureBootstrapKey(api.database, 'b'.repeat(32));
    expect(await weightOf(id)).toBe(3);
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
