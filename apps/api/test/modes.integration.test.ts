/** What a test key gets from every route: a route without a line here fails the test. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { acceptSubmissions, addSuppressions, createWebhook, newId, NO_RESTRICTIONS, type Mode } from '@sendoff/db';
import { sampleSubmission } from '@sendoff/db/testing';
import { operationsOf } from './openapi-document.ts';
import { startTestApi, type Answer, type TestApi } from './start-test-api.ts';

const MAIL = { from: 'acme@example.com', to: 'ada@example.com', subject: 'Hello', text: 'Hello.' };

/** Something of one mode that routes are asked about. */
interface Thing {
  readonly emailId: string;
  readonly fileId: string;
  readonly webhookId: string;
  readonly eventId: string;
  readonly keyId: string;
}

type Decision =
  /** Needs no key, or is the same for all: it shows nothing of anybody's mail. */
  | 'open'
  /** Sends, which with a test key makes test mail. */
  | 'sends'
  /** A list or a count of what is of test mode. */
  | 'test only'
  /** By id: what is live is 404. */
  | 'live is 404'
  /** About live mail, or the whole deployment: 403. */
  | 'refused';

const DECISIONS: Readonly<Record<string, Decision>> = {
  'GET /': 'open',
  'GET /healthz': 'open',
  'GET /readyz': 'open',
  // By a signed link, which only somebody gets who sees the email.
  'GET /attachments/{id}/download': 'open',
  'GET /dashboard/api/session': 'open',
  'POST /dashboard/api/session': 'open',
  'DELETE /dashboard/api/session': 'open',
  'POST /emails': 'sends',
  'POST /emails/batch': 'sends',
  'GET /emails': 'test only',
  'GET /emails/{id}': 'live is 404',
  'PATCH /emails/{id}': 'live is 404',
  'POST /emails/{id}/cancel': 'live is 404',
  'POST /emails/{id}/retry': 'live is 404',
  'POST /emails/{id}/resolve': 'live is 404',
  'GET /emails/{id}/wait': 'live is 404',
  'GET /emails/{id}/attempts': 'live is 404',
  'GET /emails/{id}/events': 'live is 404',
  'GET /emails/{id}/attachments': 'live is 404',
  'GET /emails/{id}/attachments/{attachment_id}': 'live is 404',
  'POST /api-keys': 'test only',
  'GET /api-keys': 'test only',
  'PATCH /api-keys/{id}': 'live is 404',
  'DELETE /api-keys/{id}': 'live is 404',
  'POST /suppressions': 'refused',
  'GET /suppressions': 'refused',
  'GET /suppressions/export': 'refused',
  'POST /suppressions/import': 'refused',
  'GET /suppressions/{id_or_email}': 'refused',
  'DELETE /suppressions/{id_or_email}': 'refused',
  'POST /suppressions/batch/add': 'refused',
  'POST /suppressions/batch/remove': 'refused',
  'POST /webhooks': 'test only',
  'GET /webhooks': 'test only',
  'GET /webhooks/{id}': 'live is 404',
  'PATCH /webhooks/{id}': 'live is 404',
  'DELETE /webhooks/{id}': 'live is 404',
  'POST /webhooks/{id}/signing-secret/rotate': 'live is 404',
  'GET /webhooks/{id}/events': 'live is 404',
  'GET /webhooks/{id}/events/{event_id}': 'live is 404',
  'POST /webhooks/{id}/events/{event_id}/replay': 'live is 404',
  'GET /webhooks/{id}/events/{event_id}/attempts': 'live is 404',
  'GET /dashboard/api/overview': 'test only',
  'GET /dashboard/api/now': 'test only',
  'GET /dashboard/api/live': 'test only',
  'GET /dashboard/api/queue': 'refused',
  'GET /dashboard/api/emails/{id}/preview': 'live is 404',
  'GET /dashboard/api/emails/{id}/headers': 'live is 404',
  'GET /dashboard/api/emails/{id}/source': 'live is 404',
};

/** Lists that are always empty. */
const ALWAYS_EMPTY = 'Not served';

/** What a request needs to be one that succeeds on something of its own mode. */
const BODIES: Readonly<Record<string, object>> = {
  'PATCH /emails/{id}': { scheduled_at: 'in 1 hour' },
  'POST /emails/{id}/resolve': { outcome: 'sent' },
  'PATCH /api-keys/{id}': { name: 'Renamed' },
  'PATCH /webhooks/{id}': { name: 'Renamed' },
  'POST /suppressions': { email: 'ada@example.com' },
  'POST /suppressions/batch/add': { emails: ['ada@example.com'] },
  'POST /suppressions/batch/remove': { emails: ['ada@example.com'] },
};
/** Where the email must stand for it to succeed. */
const STANDING = {
  'PATCH /emails/{id}': 'scheduled',
  'POST /emails/{id}/cancel': 'scheduled',
  'POST /emails/{id}/retry': 'failed',
  'POST /emails/{id}/resolve': 'in_doubt',
} as const;
const QUERIES: Readonly<Record<string, string>> = {
  'GET /dashboard/api/queue': '?state=waiting',
  'GET /emails/{id}/wait': '?timeout=0',
};

let api: TestApi;
let testKey: { id: string; token: string };
let liveKey: { id: string; token: string };
let things: Record<Mode, Thing>;

beforeAll(async () => {
  api = await startTestApi(undefined, { documentDashboard: true });
  testKey = await api.createKey('full_access', 'test');
  liveKey = await api.createKey();
});
beforeEach(async () => {
  things = { live: await make('live'), test: await make('test') };
});
afterAll(() => api.close());

/** An email with a file, a webhook with an event, and a key. */
async function make(mode: Mode): Promise<Thing> {
  const file = {
    filename: 'a.txt',
    contentType: 'text/plain',
    contentId: null,
    bytes: new Uint8Array(Buffer.from('x')),
    url: null,
  };
  const email = sampleSubmission({ mode, attachments: [file] });
  await acceptSubmissions(api.database, [email]);
  const { id: fileId } = await api.database.attachment.findFirstOrThrow({ where: { emailId: email.id } });
  const { id: keyId } = await api.createKey('full_access', mode);
  const { id: webhookId } = await createWebhook(api.database, {
    url: 'https://hooks.example.com/',
    events: ['email.sent'],
    owner: { id: keyId, mode, restrictions: NO_RESTRICTIONS },
  });
  const eventId = newId();
  await api.database.webhookDelivery.create({ data: { id: eventId, endpointId: webhookId, type: 'email.sent', payload: '{}' } });
  return { emailId: email.id, fileId, webhookId, eventId, keyId };
}

const pathOf = (name: string, { emailId, fileId, webhookId, eventId, keyId }: Thing): string => {
  const [, path = ''] = name.split(' ');
  const id = path.startsWith('/webhooks') ? webhookId : path.startsWith('/api-keys') ? keyId : emailId;
  return path
    .replace('{id}', id)
    .replace('{attachment_id}', fileId)
    .replace('{event_id}', eventId)
    .replace('{id_or_email}', 'ada@example.com');
};

async function ask(name: string, thing: Thing, key: string): Promise<Answer> {
  const [method = ''] = name.split(' ');
  const status = name in STANDING ? STANDING[name as keyof typeof STANDING] : undefined;
  if (status !== undefined) await api.database.emailRecord.update({ where: { id: thing.emailId }, data: { status } });
  return api.ask(method, pathOf(name, thing) + (QUERIES[name] ?? ''), {
    key,
    ...(BODIES[name] !== undefined && { body: BODIES[name] }),
  });
}

const namesWith = (decision: Decision): string[] => Object.keys(DECISIONS).filter((name) => DECISIONS[name] === decision);

test('every route has a line in the table, and every line a route', () => {
  const served = operationsOf(api.document)
    .filter(({ operation }) => operation.tags?.includes(ALWAYS_EMPTY) !== true)
    .map(({ method, path }) => `${method} ${path}`);
  expect(served.filter((name) => DECISIONS[name] === undefined)).toEqual([]);
  expect(Object.keys(DECISIONS).filter((name) => !served.includes(name))).toEqual([]);
});

describe('what is live', () => {
  test.each(namesWith('live is 404'))('is not there for a test key, and is for a live one: %s', async (name) => {
    const { status, body } = await ask(name, things.live, testKey.token);
    expect([status, body['name']]).toEqual([404, 'not_found']);
    expect((await ask(name, things.live, liveKey.token)).status).toBe(200);
  });

  test.each(namesWith('live is 404'))('of test mode is there for a test key, and for a live one: %s', async (name) => {
    expect((await ask(name, things.test, testKey.token)).status).toBe(200);
    const another = await make('test');
    expect((await ask(name, another, liveKey.token)).status).toBe(200);
  });

  test('stays as it is when a test key tries to change it', async () => {
    const before = await api.database.emailRecord.findUniqueOrThrow({ where: { id: things.live.emailId } });
    await api.database.emailRecord.update({ where: { id: before.id }, data: { status: 'failed' } });
    for (const verb of ['retry', 'cancel', 'resolve']) {
      const body = verb === 'resolve' ? { outcome: 'retry' } : undefined;
      expect((await api.ask('POST', `/emails/${before.id}/${verb}`, { key: testKey.token, body })).status).toBe(404);
    }
    const after = await api.database.emailRecord.findUniqueOrThrow({ where: { id: before.id } });
    expect(after).toEqual({ ...before, status: 'failed' });
  });
});

describe('about live mail, or the whole deployment', () => {
  test.each(namesWith('refused'))('a test key gets 403 with a sentence: %s', async (name) => {
    const { status, body } = await ask(name, things.test, testKey.token);
    expect({ status, name: body['name'] }).toEqual({ status: 403, name: 'restricted_api_key' });
    expect(body['message']).toMatch(/live key/);
  });

  test('nothing gets onto the suppression list, or off it', async () => {
    await addSuppressions(api.database, [{ email: 'listed@example.com', origin: 'manual' }]);
    await api.ask('POST', '/suppressions', { key: testKey.token, body: { email: 'other@example.com' } });
    await api.ask('DELETE', '/suppressions/listed@example.com', { key: testKey.token });
    expect((await api.database.suppression.findMany()).map(({ email }) => email)).toEqual(['listed@example.com']);
    await api.database.suppression.deleteMany();
  });
});

describe('a list of a test key has only what is of test mode', () => {
  const idsOf = ({ body }: Answer): string[] => (body['data'] as { id: string }[]).map(({ id }) => id);

  test.each([
    ['emails', '/emails?limit=100', 'emailId'],
    ['emails by recipient', '/emails?limit=100&to=ann@example.com', 'emailId'],
    ['emails by sender', '/emails?limit=100&from=hello@acme.example', 'emailId'],
    ['emails by subject', '/emails?limit=100&subject=Hel', 'emailId'],
    ['emails by status', '/emails?limit=100&status=queued', 'emailId'],
    ['keys', '/api-keys?limit=100', 'keyId'],
    ['webhooks', '/webhooks?limit=100', 'webhookId'],
  ] as const)('%s', async (_, path, id) => {
    const mine = idsOf(await api.ask('GET', path, { key: testKey.token }));
    expect(mine).toContain(things.test[id]);
    expect(mine).not.toContain(things.live[id]);
    const all = idsOf(await api.ask('GET', path, { key: liveKey.token }));
    expect(all).toEqual(expect.arrayContaining([things.test[id], things.live[id]]));
  });

  test('and none of live mail, whoever asks for it', async () => {
    expect(idsOf(await api.ask('GET', '/emails?mode=live', { key: testKey.token }))).toEqual([]);
    expect(idsOf(await api.ask('GET', '/emails?mode=test', { key: liveKey.token }))).toContain(things.test.emailId);
  });
});

describe('the overview of a test key', () => {
  test('counts test mail alone, and knows of no relay', async () => {
    // Another scope than that of a test before, whose answer is remembered for a second.
    const other = await startTestApi(undefined, { documentDashboard: true });
    try {
      const { token } = await other.createKey('full_access', 'test');
      const { token: live } = await other.createKey();
      await acceptSubmissions(other.database, [sampleSubmission(), sampleSubmission(), sampleSubmission({ mode: 'test' })]);
      const now = await other.ask('GET', '/dashboard/api/now', { key: token });
      expect(now.body).toMatchObject({ unfinished: { queued: 1 }, last_minute: { accepted: 1 }, relays: [] });
      const newest = await other.database.emailRecord.findFirstOrThrow({ where: { mode: 'test' } });
      expect(now.body).toMatchObject({ newest_id: newest.id, overdue: { email_id: newest.id } });
      expect((await other.ask('GET', '/dashboard/api/now', { key: live })).body).toMatchObject({ unfinished: { queued: 3 } });
      const series = await other.ask('GET', '/dashboard/api/overview?range=day', { key: token });
      expect(series.body['emails']).toMatchObject({ accepted: 1, simulated: 1, sent: 0 });
      const points = series.body['points'] as { accepted: number }[];
      expect(points.reduce((sum, { accepted }) => sum + accepted, 0)).toBe(1);

      const stream = await fetch(`${other.url}/dashboard/api/live`, { headers: { authorization: `Bearer ${token}` } });
      let text = '';
      for await (const chunk of stream.body ?? []) {
        text += Buffer.from(chunk as Uint8Array).toString();
        if (text.includes('event: now') && text.endsWith('\n\n')) break;
      }
      expect(text).toContain('"queued":1');
    } finally {
      await other.close();
    }
  });
});

describe('what a test key makes', () => {
  test('email is test mail', async () => {
    const { body } = await api.ask('POST', '/emails', { key: testKey.token, body: MAIL });
    const email = await api.database.emailRecord.findUniqueOrThrow({ where: { id: String(body['id']) } });
    expect(email.mode).toBe('test');
  });

  test('a key is a test key, and a live one is refused', async () => {
    const { body } = await api.ask('POST', '/api-keys', { key: testKey.token, body: { name: 'Mine' } });
    expect(body['token']).toMatch(/^re_so_test_/);
    const refused = await api.ask('POST', '/api-keys', { key: testKey.token, body: { name: 'Theirs', mode: 'live' } });
    expect(refused).toMatchObject({
      status: 403,
      body: { name: 'restricted_api_key', message: expect.stringContaining('only test keys') },
    });
    const ofLive = await api.ask('POST', '/api-keys', { key: liveKey.token, body: { name: 'Tests', mode: 'test' } });
    expect(ofLive.body['token']).toMatch(/^re_so_test_/);
  });

  test('a webhook is of test mode, and notes the key that made it', async () => {
    const body = { endpoint: 'https://hooks.example.com/', events: ['email.sent', 'suppression.added'] };
    const { body: made } = await api.ask('POST', '/webhooks', { key: testKey.token, body });
    const webhook = await api.database.webhookEndpoint.findUniqueOrThrow({ where: { id: String(made['id']) } });
    expect(webhook).toMatchObject({ mode: 'test', apiKeyId: testKey.id });
    expect((await api.ask('GET', `/webhooks/${webhook.id}`, { key: testKey.token })).body['mode']).toBe('test');
  });

  test('a key may delete itself', async () => {
    const { id, token } = await api.createKey('full_access', 'test');
    expect((await api.ask('DELETE', `/api-keys/${id}`, { key: token })).status).toBe(200);
    expect((await api.ask('GET', '/api-keys', { key: token })).status).toBe(401);
  });
});
