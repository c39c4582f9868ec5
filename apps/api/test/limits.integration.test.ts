/** How often and how much a listening API lets in. */
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestApi, type TestApi } from './start-test-api.ts';

const MAIL = { from: 'acme@example.com', to: 'ada@example.com', subject: 'Hello', text: 'Hello.' };

function limitsOf({ headers }: { readonly headers: Headers }): Record<string, string | null> {
  const names = ['ratelimit-limit', 'ratelimit-remaining', 'ratelimit-reset', 'ratelimit-policy', 'retry-after'];
  return Object.fromEntries(names.map((name) => [name, headers.get(name)]));
}

describe('emails and requests of a key', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startTestApi(undefined, { rateLimit: { count: 3, periodMs: 60_000 } });
  });
  afterAll(() => api.close());

  test('beyond the limit get 429, and every response says how much is left', async () => {
    const { token: key } = await api.createKey();
    const about = { 'ratelimit-limit': '3', 'ratelimit-policy': '3;w=60' };
    const first = await api.ask('GET', '/emails', { key });
    expect(limitsOf(first)).toEqual({
      ...about,
      'ratelimit-remaining': '2',
      'ratelimit-reset': expect.stringMatching(/^(?:20|1\d)$/),
      'retry-after': null,
    });
    const bad = await api.ask('POST', '/emails', { key, body: '{' });
    expect(bad.status).toBe(400);
    expect(limitsOf(bad)).toMatchObject({ 'ratelimit-remaining': '1' });
    await api.ask('GET', '/emails', { key });

    const refused = await api.ask('POST', '/emails', { key, body: MAIL });
    expect(refused).toMatchObject({ status: 429, body: { statusCode: 429, name: 'rate_limit_exceeded' } });
    expect(limitsOf(refused)).toEqual({
      ...about,
      'ratelimit-remaining': '0',
      'ratelimit-reset': expect.stringMatching(/^(?:60|5\d)$/),
      'retry-after': expect.stringMatching(/^(?:20|1\d)$/),
    });
    expect(await api.database.emailRecord.count()).toBe(0);
  });

  test('are counted for each key by itself, also where it may not do what it asks for', async () => {
    const { token: key } = await api.createKey('sending_access');
    expect(await api.ask('GET', '/emails', { key })).toMatchObject({ status: 401 });
    const answer = await api.ask('POST', '/emails', { key, body: MAIL });
    expect(answer.status).toBe(200);
    expect(limitsOf(answer)).toMatchObject({ 'ratelimit-remaining': '1' });
  });
});

describe('a batch', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startTestApi(undefined, { rateLimit: { count: 30, periodMs: 3_600_000 } });
  });
  afterAll(() => api.close());

  test('counts its emails, may be larger than the limit, and what comes next waits for it', async () => {
    const { token: key } = await api.createKey();
    const batch = (emails: number) => api.ask('POST', '/emails/batch', { key, body: Array<object>(emails).fill(MAIL) });
    expect(limitsOf(await batch(10))).toMatchObject({ 'ratelimit-remaining': '20' });
    const large = await batch(50);
    expect(large.status).toBe(200);
    expect(limitsOf(large)).toMatchObject({ 'ratelimit-remaining': '0' });
    const refused = await api.ask('POST', '/emails', { key, body: MAIL });
    expect(refused).toMatchObject({ status: 429, body: { name: 'rate_limit_exceeded' } });
    // 31 emails at 30 an hour.
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(3600);
    expect(await api.database.emailRecord.count()).toBe(60);
  });

  test('of which nothing is kept counts as a request', async () => {
    const { token: key } = await api.createKey();
    const answer = await api.ask('POST', '/emails/batch', { key, body: [MAIL, { ...MAIL, to: [] }] });
    expect(answer.status).toBe(422);
    expect(limitsOf(answer)).toMatchObject({ 'ratelimit-remaining': '29' });
  });
});

describe('wrong keys', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startTestApi(undefined, { trustProxy: ['127.0.0.1'] });
  });
  afterAll(() => api.close());

  const from = (address: string) => ({ headers: { 'x-forwarded-for': address } });

  test('are limited for each address, a whole network of IPv6 being one', async () => {
    for (let n = 0; n < 10; n += 1) {
      expect((await api.ask('GET', '/emails', { key: `wrong${String(n)}`, ...from(`2001:db8::${String(n)}`) })).status).toBe(401);
    }
    const refused = await api.ask('GET', '/emails', { key: 'wrong', ...from('2001:db8::ffff') });
    expect(refused).toMatchObject({ status: 429, body: { name: 'rate_limit_exceeded' } });
    expect(refused.headers.get('retry-after')).toMatch(/^(?:60|5\d)$/);
    expect((await api.ask('GET', '/emails', { key: 'wrong', ...from('198.51.100.1') })).status).toBe(401);
  });

  test('shut out no right key at the same address, not even one that was never seen before', async () => {
    const { token: known } = await api.createKey();
    const { token: fresh } = await api.createKey();
    const here = from('198.51.100.2');
    expect((await api.ask('GET', '/emails', { key: known, ...here })).status).toBe(200);
    await Promise.all(Array.from({ length: 20 }, (_, n) => api.ask('GET', '/emails', { key: `bad${String(n)}`, ...here })));
    expect((await api.ask('GET', '/emails', { key: known, ...here })).status).toBe(200);
    expect((await api.ask('GET', '/emails', { key: fresh, ...here })).status).toBe(200);
    expect((await api.ask('GET', '/emails', { key: 'bad', ...here })).status).toBe(429);
  });

  test('a request without a key guesses nothing, and is not counted', async () => {
    for (let n = 0; n < 15; n += 1) expect((await api.ask('GET', '/emails', from('198.51.100.4'))).status).toBe(401);
  });
});

test('without a proxy that is trusted, nobody chooses the address that is counted', async () => {
  const api = await startTestApi(undefined);
  const statuses = [];
  for (let n = 0; n < 11; n += 1) {
    const { status } = await api.ask('GET', '/emails', {
      key: 'wrong',
      headers: { 'x-forwarded-for': `198.51.100.${String(n)}` },
    });
    statuses.push(status);
  }
  expect(statuses).toEqual([...Array<number>(10).fill(401), 429]);
  await api.close();
});

describe('bodies in flight', () => {
  let api: TestApi;
  let key: string;
  let other: string;

  beforeAll(async () => {
    api = await startTestApi(undefined, { bodyLimits: { bytesInFlight: 4_000_000 } });
    ({ token: key } = await api.createKey());
    ({ token: other } = await api.createKey());
  });
  afterAll(() => api.close());

  const bodyOf = (bytes: number) => ({ ...MAIL, text: 'x'.repeat(bytes) });

  /** A request of whose body so much has come, once this has resolved, and the rest does not before it is asked for. */
  async function begin(body: string, brought: number) {
    const sent = request(`${api.url}/emails`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${key}`,
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        expect: '100-continue',
      },
    });
    const answered = once(sent, 'response').then(([response]) => (response as IncomingMessage).resume().statusCode);
    sent.flushHeaders();
    await once(sent, 'continue');
    await new Promise<void>((resolve) => sent.write(body.slice(0, brought), () => resolve()));
    return { sent, answered, finish: () => sent.end(body.slice(brought)) };
  }

  const ask = (bytes: number, token = key) => api.ask('POST', '/emails', { key: token, body: bodyOf(bytes) });
  /**
   * Asks with the other key until the answer has this status: 503 once `begin` holds its 1.2 MB, which leave less than this
   * to others. Both may have what they hold, so it does no harm to ask before all of that has come.
   */
  async function askUntil(status: number): Promise<void> {
    for (const deadline = Date.now() + 60_000; (await ask(1_560_000, other)).status !== status;) {
      if (Date.now() > deadline) throw new Error(`no answer was ${String(status)}`);
    }
  }

  test('a body larger than the share of a key is refused, also where its length is not announced', async () => {
    const refused = await ask(3_000_000);
    expect(refused).toMatchObject({ status: 503, body: { statusCode: 503, name: 'application_error' } });
    expect(refused.headers.get('retry-after')).toBe('1');
    const answer = await fetch(`${api.url}/emails`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: new Blob([JSON.stringify(bodyOf(3_000_000))]).stream(),
      duplex: 'half',
    });
    expect(await answer.json()).toMatchObject({ statusCode: 503, name: 'application_error' });
    expect(answer.headers.get('retry-after')).toBe('1');
  });

  test('a body that is only announced takes nothing from the others', async () => {
    const body = JSON.stringify(bodyOf(1_500_000));
    const announced = await Promise.all([begin(body, 1), begin(body, 1), begin(body, 1)]);
    expect((await ask(1_500_000)).status).toBe(200);
    announced[0].finish();
    expect(await announced[0].answered).toBe(200);
    for (const { sent, answered } of announced.slice(1)) {
      answered.catch(() => undefined);
      sent.destroy();
    }
  });

  test('a key that holds its share is refused more, and other keys and small bodies are not', async () => {
    const slow = await begin(JSON.stringify(bodyOf(1_210_000)), 1_200_000);
    await askUntil(503);
    expect((await ask(1_500_000)).status).toBe(503);
    expect((await ask(800_000, other)).status).toBe(200);
    expect((await ask(10)).status).toBe(200);
    slow.finish();
    expect(await slow.answered).toBe(200);
    expect((await ask(1_500_000)).status).toBe(200);
  });

  test('a client that goes away gives back what it held', async () => {
    const gone = await begin(JSON.stringify(bodyOf(1_210_000)), 1_200_000);
    await askUntil(503);
    gone.answered.catch(() => undefined);
    gone.sent.destroy();
    await askUntil(200);
  });
});

test('a large body that comes too slowly gets 408, and its connection ends', async () => {
  const api = await startTestApi(undefined, { bodyLimits: { slowBodyGraceMs: 100, minBytesPerSecond: 1_000_000_000 } });
  const { token } = await api.createKey();
  const sent = request(`${api.url}/emails`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'content-length': 1_000_000 },
  });
  sent.on('error', () => undefined);
  const closed = once(sent, 'close');
  sent.write('{');
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  expect(response.statusCode).toBe(408);
  expect(response.headers.connection).toBe('close');
  response.resume();
  await closed;
  await api.close();
});

test.each([
  ['POST', '/api-keys'],
  ['POST', '/webhooks'],
  ['POST', '/suppressions/batch/add'],
  ['PATCH', '/emails/00000000-0000-7000-8000-000000000000'],
])('%s %s, which takes no files, refuses 300 KB', async (method, path) => {
  const api = await startTestApi(undefined);
  const { token: key } = await api.createKey();
  expect(await api.ask(method, path, { key, body: { name: 'x'.repeat(300_000) } })).toMatchObject({ status: 413 });
  await api.close();
});

test('a body of too many values or levels gets 422 before it is parsed', async () => {
  const api = await startTestApi(undefined);
  const { token: key } = await api.createKey();
  for (const body of [`{"attachments":[${'[],'.repeat(6_000_000)}[]]}`, `${'['.repeat(100_000)}${']'.repeat(100_000)}`]) {
    expect(await api.ask('POST', '/emails', { key, body })).toMatchObject({ status: 422, body: { name: 'validation_error' } });
  }
  await api.close();
});
