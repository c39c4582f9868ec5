/** How often and how much a listening API lets in. */
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestApi, type TestApi } from '../test/start-test-api.ts';

const MAIL = { from: 'acme@example.com', to: 'ada@example.com', subject: 'Hello', text: 'Hello.' };

function limitsOf({ headers }: { readonly headers: Headers }): Record<string, string | null> {
  const names = ['ratelimit-limit', 'ratelimit-remaining', 'ratelimit-reset', 'ratelimit-policy', 'retry-after'];
  return Object.fromEntries(names.map((name) => [name, headers.get(name)]));
}

describe('requests of a key', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startTestApi(undefined, { rateLimit: { count: 3, periodMs: 60_000 } });
  });
  afterAll(() => api.close());

  test('beyond the limit get 429, and every response says how much is left', async () => {
    const { token: key } = await api.createKey();
    const about = {
      'ratelimit-limit': '3',
      'ratelimit-policy': '3;w=60',
      'ratelimit-reset': expect.stringMatching(/^(?:60|5\d)$/),
    };
    const first = await api.ask('GET', '/emails', { key });
    expect(limitsOf(first)).toEqual({ ...about, 'ratelimit-remaining': '2', 'retry-after': null });
    const bad = await api.ask('POST', '/emails', { key, body: '{' });
    expect(bad.status).toBe(400);
    expect(limitsOf(bad)).toMatchObject({ 'ratelimit-remaining': '1' });
    await api.ask('GET', '/emails', { key });

    const refused = await api.ask('POST', '/emails', { key, body: MAIL });
    expect(refused).toMatchObject({ status: 429, body: { statusCode: 429, name: 'rate_limit_exceeded' } });
    expect(limitsOf(refused)).toEqual({
      ...about,
      'ratelimit-remaining': '0',
      'retry-after': expect.stringMatching(/^(?:60|5\d)$/),
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

  test('shut out nobody whose key has been right before; others wait', async () => {
    const { token: known } = await api.createKey();
    const { token: fresh } = await api.createKey();
    const here = from('198.51.100.2');
    expect((await api.ask('GET', '/emails', { key: known, ...here })).status).toBe(200);
    await Promise.all(Array.from({ length: 20 }, (_, n) => api.ask('GET', '/emails', { key: `bad${String(n)}`, ...here })));
    expect((await api.ask('GET', '/emails', { key: known, ...here })).status).toBe(200);
    expect((await api.ask('GET', '/emails', { key: fresh, ...here })).status).toBe(429);
    expect((await api.ask('GET', '/emails', { key: fresh, ...from('198.51.100.3') })).status).toBe(200);
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

  beforeAll(async () => {
    api = await startTestApi(undefined, { bytesInFlight: 1_000_000 });
    ({ token: key } = await api.createKey());
  });
  afterAll(() => api.close());

  const bodyOf = (octets: number) => ({ ...MAIL, text: 'x'.repeat(octets) });

  /** A request whose body does not come before it is told to; the server knows of it once this has resolved. */
  async function begin(body: string) {
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
    return { sent, answered };
  }

  const ask = (octets: number) => api.ask('POST', '/emails', { key, body: bodyOf(octets) });

  test('one that would take more than the budget is refused, also where its length is not announced', async () => {
    const refused = await ask(1_500_000);
    expect(refused).toMatchObject({ status: 503, body: { statusCode: 503, name: 'service_unavailable' } });
    expect(refused.headers.get('retry-after')).toBe('1');
    const answer = await fetch(`${api.url}/emails`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: new Blob([JSON.stringify(bodyOf(1_500_000))]).stream(),
      duplex: 'half',
    });
    expect(await answer.json()).toMatchObject({ statusCode: 503, name: 'service_unavailable' });
    expect(answer.headers.get('retry-after')).toBe('1');
  });

  test('while a large one comes in, another is refused; and accepted once the first is answered', async () => {
    const body = JSON.stringify(bodyOf(600_000));
    const slow = await begin(body);
    expect((await ask(600_000)).status).toBe(503);
    expect((await ask(10)).status).toBe(200);
    slow.sent.end(body);
    expect(await slow.answered).toBe(200);
    expect((await ask(600_000)).status).toBe(200);
  });

  test('a client that goes away gives back what it held', async () => {
    const gone = await begin(JSON.stringify(bodyOf(600_000)));
    expect((await ask(600_000)).status).toBe(503);
    gone.answered.catch(() => undefined);
    gone.sent.destroy();
    const deadline = Date.now() + 10_000;
    while ((await ask(600_000)).status !== 200) if (Date.now() > deadline) throw new Error('not given back in time');
  });
});
