/** Signing in to the dashboard, and what a session may do, at a listening API. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestApi, type TestApi } from './start-test-api.ts';

const PATH = '/dashboard/api/session';

describe('a session', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startTestApi(undefined, { trustProxy: ['127.0.0.1'], rateLimit: { count: 3, periodMs: 60_000 } });
  });
  afterAll(() => api.close());

  /** Signs in from an address, and returns the whole `Set-Cookie`. */
  async function signIn(key: string, headers: Readonly<Record<string, string>> = {}): Promise<string> {
    const { status, headers: answered } = await api.ask('POST', PATH, {
      body: { key },
      headers: { origin: api.url, ...headers },
    });
    expect(status).toBe(200);
    return String(answered.get('set-cookie'));
  }
  const cookieOf = (setCookie: string): string => String(setCookie.split(';')[0]);
  const from = (address: string, cookie: string) => ({ headers: { cookie, 'x-forwarded-for': address } });

  test('uses up nothing of the limit of its key', async () => {
    const { token } = await api.createKey();
    const cookie = cookieOf(await signIn(token));
    for (let n = 0; n < 10; n += 1) {
      const answer = await api.ask('GET', '/emails', { headers: { cookie } });
      expect(answer).toMatchObject({ status: 200 });
      expect(answer.headers.get('ratelimit-remaining')).toBeNull();
    }
    const byKey = await api.ask('GET', '/emails', { key: token });
    expect(byKey.headers.get('ratelimit-remaining')).toBe('2');
  });

  test('has a cookie for https alone where a trusted proxy was asked by https, and is found by it there', async () => {
    const { token } = await api.createKey();
    expect(await signIn(token)).toMatch(/^sendoff_80=[^;]+; .*HttpOnly; SameSite=Strict$/);
    const https = { 'x-forwarded-proto': 'https' };
    // The page was asked for by https as well.
    const secure = await signIn(token, { ...https, origin: api.url.replace('http:', 'https:') });
    expect(secure).toMatch(/^__Host-sendoff=[^;]+; .*HttpOnly; Secure; SameSite=Strict$/);
    const cookie = cookieOf(secure);
    expect(await api.ask('GET', PATH, { headers: { cookie, ...https } })).toMatchObject({ body: { signed_in: true } });
    expect(await api.ask('GET', PATH, { headers: { cookie } })).toMatchObject({ body: { signed_in: false } });
  });

  test('that is guessed gets 429 after 60 guesses a minute from one address, which shuts out nobody who is signed in', async () => {
    const { token } = await api.createKey();
    const cookie = cookieOf(await signIn(token));
    const address = '198.51.100.7';
    expect(await api.ask('GET', '/emails', from(address, cookie))).toMatchObject({ status: 200 });
    const guesses = [];
    for (let n = 0; n < 62; n += 1) {
      guesses.push((await api.ask('GET', '/emails', from(address, `sendoff_80=guess${String(n)}`))).status);
    }
    expect(guesses).toEqual([...Array<number>(60).fill(401), 429, 429]);
    expect(await api.ask('GET', '/emails', from(address, cookie))).toMatchObject({ status: 200 });
    // Who signs in now is known from then on, and programs with a key are another matter.
    const late = cookieOf(await signIn(token, { 'x-forwarded-for': address }));
    expect(await api.ask('GET', '/emails', from(address, late))).toMatchObject({ status: 200 });
    const { token: fresh } = await api.createKey();
    const headers = { 'x-forwarded-for': address };
    expect(await api.ask('GET', '/emails', { key: fresh, headers })).toMatchObject({ status: 200 });
    expect(await api.ask('GET', '/emails', from('198.51.100.8', 'sendoff_80=guess'))).toMatchObject({ status: 401 });
  });

  test('ends when it is told to', async () => {
    const { token } = await api.createKey();
    const cookie = cookieOf(await signIn(token));
    const { headers } = await api.ask('DELETE', PATH, { body: {}, headers: { cookie, origin: api.url } });
    expect(headers.get('set-cookie')).toMatch(/^sendoff_80=; Max-Age=0;/);
    expect(await api.ask('GET', '/emails', { headers: { cookie } })).toMatchObject({ status: 401 });
  });
});

test('a session is no use of its key; without a proxy that is trusted, nobody says by what a request was asked', async () => {
  const api = await startTestApi(undefined);
  const [{ id, token }, other] = [await api.createKey(), await api.createKey()];
  const headers = { origin: api.url, 'x-forwarded-proto': 'https' };
  const answer = await api.ask('POST', PATH, { body: { key: token }, headers });
  expect(answer.headers.get('set-cookie')).toMatch(/^sendoff_80=/);

  const cookie = String(answer.headers.get('set-cookie')?.split(';')[0]);
  expect(await api.ask('GET', '/emails', { headers: { cookie } })).toMatchObject({ status: 200 });
  expect(await api.ask('GET', '/emails', { key: other.token })).toMatchObject({ status: 200 });
  // Uses are written now and then, and once more at the end.
  await api.closeApp();
  const keys = await api.database.apiKey.findMany({ select: { id: true, lastUsedAt: true } });
  expect(new Map(keys.map((key) => [key.id, key.lastUsedAt]))).toEqual(
    new Map([
      [id, null],
      [other.id, expect.any(Date)],
    ]),
  );
  await api.close();
});
