/** Webhooks over HTTP: what is taken, what is refused, and what is shown. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  newId,
  recordWebhookAttempts,
  takeWebhooks,
  UNSERVED_EVENT_TYPES,
  WEBHOOK_EVENT_TYPES,
  type Permission,
  type RecordedWebhook,
} from '@sendoff/db';
import { startTestApi, type Answer, type TestApi } from './start-test-api.ts';

const UNKNOWN = '019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b';
const BODY = { endpoint: 'https://hooks.example.com/a', events: ['email.bounced', 'email.sent'] };
const NEVER = { limitMs: 1e12, forgottenAfterMs: 1e12 };

let api: TestApi;
let keys: Record<Permission, string>;

beforeAll(async () => {
  api = await startTestApi(undefined);
  const [full, sending] = await Promise.all([api.createKey(), api.createKey('sending_access')]);
  keys = { full_access: full.token, sending_access: sending.token };
});
afterAll(() => api.close());
beforeEach(async () => {
  await api.database.webhookDelivery.deleteMany();
  await api.database.webhookEndpoint.deleteMany();
});

const ask = (method: string, path: string, body?: unknown): Promise<Answer> =>
  api.ask(method, path, { key: keys.full_access, ...(body !== undefined && { body }) });
const create = async (body: object = BODY): Promise<string> => String((await ask('POST', '/webhooks', body)).body['id']);

/** An event of a webhook, written as a statement writes it. */
async function write(endpointId: string, changes: object = {}): Promise<string> {
  const id = newId();
  await api.database.webhookDelivery.create({
    data: {
      id,
      endpointId,
      type: 'email.sent',
      payload: '{"type":"email.sent","created_at":"x","data":{"n":[1,{}]}}',
      ...changes,
    },
  });
  return id;
}

/** A worker's part: takes what is due, and ends each attempt like this. */
async function attempt(endpointId: string, changes: Partial<RecordedWebhook>): Promise<number> {
  const taken = await takeWebhooks(api.database, endpointId, { limit: 10, worker: 'w', leaseMs: 60_000 });
  const ended = {
    outcome: 'refused',
    httpStatus: 500,
    response: 'no',
    error: 'e',
    status: 'pending',
    retryInMs: 60_000,
  } as const;
  await recordWebhookAttempts(
    api.database,
    taken.map(({ id, attempt: n }) => ({ id, endpointId, n, ...ended, retryCount: 1, disable: null, ...changes })),
    NEVER,
  );
  return taken.length;
}

describe('a webhook', () => {
  test('is answered with its secret once it is made, and shows it again', async () => {
    const made = await ask('POST', '/webhooks', BODY);
    expect([made.status, made.body]).toEqual([
      201,
      { object: 'webhook', id: expect.any(String), signing_secret: expect.stringMatching(/^whsec_[A-Za-z0-9+/]{43}=$/) },
    ]);
    expect(made.headers.get('cache-control')).toBe('no-store');
    const { body } = await ask('GET', `/webhooks/${String(made.body['id'])}`);
    expect(body).toMatchObject({ ...made.body, ...BODY, status: 'enabled', failing_since: null, disabled_at: null });
    expect(JSON.stringify((await ask('GET', '/webhooks')).body)).not.toContain(String(made.body['signing_secret']));
  });

  test.each([
    ['no endpoint', { events: BODY.events }, 'Missing `endpoint` field.'],
    ['no events', { endpoint: BODY.endpoint }, 'Missing `events` field.'],
    ['an empty list', { ...BODY, events: [] }, expect.stringContaining('The `events` field must be a list of types')],
    ['the same event twice', { ...BODY, events: ['email.sent', 'email.sent'] }, expect.stringContaining('each once')],
    [
      'an event that is not known',
      { ...BODY, events: ['email.sent', 'email.open'] },
      // It lists what there is, also of what is never posted.
      expect.stringMatching(/`events` field.*`email\.sent`.*`suppression\.removed`.*`email\.opened`.*`inbox\.draft\.deleted`/),
    ],
    ['a name on two lines', { ...BODY, name: 'a\nb' }, expect.stringContaining('`name` field must not contain a line break')],
    ['a name that is too long', { ...BODY, name: 'x'.repeat(257) }, expect.stringContaining('at most 256 characters')],
    ['another status', { ...BODY, status: 'on' }, 'The `status` field must be `enabled` or `disabled`.'],
    ['another scheme', { ...BODY, endpoint: 'ftp://example.com' }, expect.stringContaining('`endpoint` field must be a URL')],
    ['credentials', { ...BODY, endpoint: 'https://a:b@example.com' }, expect.stringContaining('must not hold a user name')],
    ['a URL that is too long', { ...BODY, endpoint: `https://x.y/${'a'.repeat(2048)}` }, expect.stringContaining('2048')],
    ['a field that is not known', { ...BODY, secret: 'mine' }, expect.stringContaining('`secret`')],
  ])('with %s is 422', async (_, body, message) => {
    expect(await ask('POST', '/webhooks', body)).toMatchObject({ status: 422, body: { statusCode: 422, message } });
  });

  test('can be changed, and says nothing but that it was', async () => {
    const id = await create();
    const changes = { endpoint: 'http://other.example.com/', events: ['suppression.added'], status: 'disabled' };
    expect((await ask('PATCH', `/webhooks/${id}`, changes)).body).toEqual({ object: 'webhook', id });
    expect((await ask('GET', `/webhooks/${id}`)).body).toMatchObject({ ...changes, disabled_at: expect.any(String) });
    await ask('PATCH', `/webhooks/${id}`, { status: 'enabled' });
    expect((await ask('GET', `/webhooks/${id}`)).body).toMatchObject({
      status: 'enabled',
      disabled_at: null,
      disabled_reason: null,
    });
    expect(await ask('PATCH', `/webhooks/${id}`, {})).toMatchObject({
      status: 422,
      body: { message: 'The request body must be an object with `endpoint`, `events`, `status` or `name`.' },
    });
  });

  test('takes every type of event of the Resend API, and shows what it was given', async () => {
    const events = [...UNSERVED_EVENT_TYPES, ...WEBHOOK_EVENT_TYPES];
    const id = await create({ ...BODY, events });
    expect(events).toHaveLength(37);
    expect((await ask('GET', `/webhooks/${id}`)).body).toMatchObject({ events });
  });

  test('may have a name, which can be changed and taken away', async () => {
    const id = await create({ ...BODY, name: 'Shop', status: null });
    const nameOf = async () => (await ask('GET', `/webhooks/${id}`)).body['name'];
    expect(await nameOf()).toBe('Shop');
    await ask('PATCH', `/webhooks/${id}`, { name: 'Shop, from May' });
    expect(await nameOf()).toBe('Shop, from May');
    await ask('PATCH', `/webhooks/${id}`, { status: 'enabled', name: null });
    expect(await nameOf()).toBe('Shop, from May');
    await ask('PATCH', `/webhooks/${id}`, { name: '' });
    expect(await nameOf()).toBeNull();
  });

  test('may be made disabled', async () => {
    const id = await create({ ...BODY, status: 'disabled' });
    expect((await ask('GET', `/webhooks/${id}`)).body).toMatchObject({ status: 'disabled', disabled_at: expect.any(String) });
  });

  test.each(['id', 'webhook_id'])('may have its id repeated as %s, and no other', async (field) => {
    const [id, other] = [await create(), await create()];
    const path = `/webhooks/${id}`;
    expect(await ask('PATCH', path, { [field]: id.toUpperCase(), status: 'disabled' })).toMatchObject({
      status: 200,
      body: { id },
    });
    expect((await ask('GET', path)).body).toMatchObject({ status: 'disabled' });
    expect(await ask('PATCH', path, { [field]: other, status: 'enabled' })).toMatchObject({
      status: 422,
      body: { name: 'validation_error', message: `The \`${field}\` field must be the id in the path, or be left out.` },
    });
    expect((await ask('GET', path)).body).toMatchObject({ status: 'disabled' });
    expect(await ask('PATCH', path, { [field]: id })).toMatchObject({ status: 422 });
  });

  test('that is deleted is gone, with its events', async () => {
    const id = await create();
    const event = await write(id);
    expect((await ask('DELETE', `/webhooks/${id}`)).body).toEqual({ object: 'webhook', id, deleted: true });
    const after: readonly (readonly [string, string, unknown?])[] = [
      ['GET', `/webhooks/${id}`],
      ['PATCH', `/webhooks/${id}`, { status: 'enabled' }],
      ['DELETE', `/webhooks/${id}`],
      ['POST', `/webhooks/${id}/signing-secret/rotate`],
      ['GET', `/webhooks/${id}/events`],
      ['GET', `/webhooks/${id}/events/${event}`],
      ['GET', `/webhooks/${id}/events/${event}/attempts`],
      ['POST', `/webhooks/${id}/events/${event}/replay`],
    ];
    for (const [method, path, body] of after)
      expect({ path, status: (await ask(method, path, body)).status }).toEqual({ path, status: 404 });
    expect((await ask('GET', '/webhooks')).body).toMatchObject({ data: [] });
  });

  test('is found by pages', async () => {
    const ids = [await create(), await create(), await create()].reverse();
    const first = await ask('GET', '/webhooks?limit=2');
    expect(first.body).toMatchObject({ has_more: true, data: [{ id: ids[0] }, { id: ids[1] }] });
    expect((await ask('GET', `/webhooks?limit=2&after=${String(ids[1])}`)).body).toMatchObject({
      has_more: false,
      data: [{ id: ids[2] }],
    });
    expect((await ask('GET', `/webhooks?limit=2&before=${String(ids[2])}`)).body).toMatchObject({
      data: [{ id: ids[0] }, { id: ids[1] }],
    });
    expect((await ask('GET', `/webhooks?after=${UNKNOWN}&before=${UNKNOWN}`)).status).toBe(422);
  });

  test('gets another secret, and the one before is not shown any more', async () => {
    const { body } = await ask('POST', '/webhooks', BODY);
    const rotated = await ask('POST', `/webhooks/${String(body['id'])}/signing-secret/rotate`, {});
    expect(rotated).toMatchObject({ status: 200, body: { object: 'webhook', id: body['id'] } });
    expect(rotated.body['signing_secret']).not.toBe(body['signing_secret']);
    expect((await ask('GET', `/webhooks/${String(body['id'])}`)).body['signing_secret']).toBe(rotated.body['signing_secret']);
  });

  test('is nothing for a key that may only send', async () => {
    const answer = await api.ask('GET', '/webhooks', { key: keys.sending_access });
    expect(answer).toMatchObject({ status: 401, body: { name: 'restricted_api_key' } });
  });
});

describe('the events of a webhook', () => {
  test('are listed in the words of the wire, by pages, the newest first', async () => {
    const id = await create();
    const events: string[] = [];
    for (const status of ['pending', 'attempting', 'delivered', 'failed']) events.unshift(await write(id, { status }));
    await write(await create());
    const { body } = await ask('GET', `/webhooks/${id}/events?limit=3`);
    expect(body).toEqual({
      object: 'list',
      has_more: true,
      data: ['failed', 'success', 'attempting'].map((status, n) => ({
        id: events[n],
        type: 'email.sent',
        status,
        created_at: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{6}\+00$/),
      })),
    });
    const next = await ask('GET', `/webhooks/${id}/events?after=${String(events[2])}`);
    expect(next.body).toMatchObject({ has_more: false, data: [{ id: events[3], status: 'pending' }] });
  });

  test('show their body, when they come next, and each attempt', async () => {
    const id = await create();
    const event = await write(id);
    expect(await attempt(id, {})).toBe(1);
    const { body } = await ask('GET', `/webhooks/${id}/events/${event}`);
    expect(body).toMatchObject({ object: 'webhook_event', id: event, status: 'pending', next_attempt_at: expect.any(String) });
    expect(body['payload']).toEqual({ type: 'email.sent', created_at: 'x', data: { n: [1, {}] } });
    await api.database.webhookDelivery.updateMany({ data: { nextAttemptAt: new Date() } });
    expect(
      await attempt(id, {
        outcome: 'no_answer',
        httpStatus: null,
        response: null,
        error: 'silence',
        status: 'failed',
        retryInMs: null,
      }),
    ).toBe(1);

    const path = `/webhooks/${id}/events/${event}/attempts`;
    const attempts = await ask('GET', path);
    expect(attempts.body).toMatchObject({
      has_more: false,
      data: [
        { number: 2, outcome: 'no_answer', http_status_code: 0, response: '', error: 'silence' },
        { number: 1, outcome: 'refused', http_status_code: 500, response: 'no', error: 'e', finished_at: expect.any(String) },
      ],
    });
    const [last] = attempts.body['data'] as { readonly id: string }[];
    expect((await ask('GET', `${path}?after=${String(last?.id)}`)).body).toMatchObject({ data: [{ number: 1 }] });
    expect((await ask('GET', `/webhooks/${id}/events/${event}`)).body).toMatchObject({ status: 'failed', next_attempt_at: null });
  });

  test('belong to one webhook', async () => {
    const [one, other] = [await create(), await create()];
    const event = await write(one);
    for (const id of [other, UNKNOWN]) {
      expect((await ask('GET', `/webhooks/${id}/events/${event}`)).status).toBe(404);
      expect((await ask('POST', `/webhooks/${id}/events/${event}/replay`)).status).toBe(404);
    }
  });

  test('are posted again under the same id, with the whole schedule before them', async () => {
    const id = await create();
    const event = await write(id);
    await attempt(id, { outcome: 'delivered', httpStatus: 200, status: 'delivered', retryInMs: null, retryCount: 5 });
    const replayed = await ask('POST', `/webhooks/${id}/events/${event}/replay`, {});
    expect([replayed.status, replayed.body]).toEqual([200, { object: 'webhook_event', id: event }]);
    const [work] = await takeWebhooks(api.database, id, { limit: 10, worker: 'w', leaseMs: 60_000 });
    expect(work).toMatchObject({ id: event, attempt: 2, retryCount: 0 });
    expect(await ask('POST', `/webhooks/${id}/events/${event}/replay`)).toMatchObject({
      status: 422,
      body: { message: expect.stringContaining('right now') },
    });
  });

  test('are not posted again while their webhook is disabled, and wait for it', async () => {
    const id = await create();
    const event = await write(id);
    await ask('PATCH', `/webhooks/${id}`, { status: 'disabled' });
    expect(await ask('POST', `/webhooks/${id}/events/${event}/replay`)).toMatchObject({
      status: 422,
      body: { message: 'The webhook is disabled. Enable it first.' },
    });
    expect((await ask('GET', `/webhooks/${id}/events/${event}`)).body).toMatchObject({
      status: 'pending',
      next_attempt_at: null,
    });
    expect(await attempt(id, {})).toBe(0);
    await ask('PATCH', `/webhooks/${id}`, { status: 'enabled' });
    expect(await attempt(id, {})).toBe(1);
  });
});
