/** Lists of what is not served, as the official client asks for them. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Resend } from 'resend';
import { startTestApi, type TestApi } from './start-test-api.ts';
import { UNSERVED_LISTS } from '../src/routes/unserved-lists.ts';

const EMPTY = { object: 'list', has_more: false, data: [] };

let api: TestApi;
let key: string;
let resend: Resend;

beforeAll(async () => {
  api = await startTestApi(undefined);
  ({ token: key } = await api.createKey());
  resend = new Resend(key, { baseUrl: api.url });
});
afterAll(() => api.close());

test.each<[string, () => Promise<{ readonly data: unknown; readonly error: unknown }>]>([
  ['domains', () => resend.domains.list()],
  ['templates', () => resend.templates.list()],
  ['segments', () => resend.segments.list({ limit: 10 })],
  ['topics', () => resend.topics.list()],
  ['contacts', () => resend.contacts.list()],
  ['contact properties', () => resend.contactProperties.list()],
  ['broadcasts', () => resend.broadcasts.list()],
  ['received emails', () => resend.emails.receiving.list()],
  ['automations', () => resend.automations.list()],
  ['logs', () => resend.logs.list()],
  ['grants', () => resend.oauthGrants.list()],
])('the list of %s is empty', async (_what, list) => {
  expect(await list()).toMatchObject({ error: null, data: EMPTY });
});

test.each(UNSERVED_LISTS.map(([path]) => path))('%s is empty, and nothing can be put there', async (path) => {
  const page = await api.ask('GET', `${path}?limit=5&after=x&unknown=y`, { key });
  expect([page.status, page.body]).toEqual([200, EMPTY]);
  // `/emails/:id` is a path for other methods.
  const status = path === '/emails/receiving' ? 405 : 404;
  expect(await api.ask('POST', path, { key, body: {} })).toMatchObject({ status });
});

test('they need a key that may do more than send', async () => {
  const { token } = await api.createKey('sending_access');
  expect(await api.ask('GET', '/domains')).toMatchObject({ status: 401, body: { name: 'missing_api_key' } });
  expect(await api.ask('GET', '/domains', { key: token })).toMatchObject({ status: 401, body: { name: 'restricted_api_key' } });
});
