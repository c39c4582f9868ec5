/** The filters of the list. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cancelEmail, timeOfId } from '@sendoff/db';
import { startTestApi, type TestApi } from '../../../test/start-test-api.ts';

const MAIL = { from: 'Acme <acme@example.com>', to: 'ada@example.com', subject: 'Hello', text: 'Hello.' };

let api: TestApi;
let token: string;
const ids: Record<string, string> = {};

beforeAll(async () => {
  api = await startTestApi(undefined);
  ({ token } = await api.createKey());
  const emails = {
    plain: {},
    cased: { from: 'Bob <BOB@example.com>', to: 'Ada <ADA@Example.com>' },
    copied: { to: 'eve@example.com', bcc: 'ada@example.com', tags: [{ name: 'category', value: 'welcome' }] },
    tagged: { to: 'eve@example.com', tags: [{ name: 'category', value: 'receipt' }] },
    percent: { to: 'eve@example.com', subject: '100% of_it' },
    hundred: { to: 'eve@example.com', subject: '1000 of it' },
    later: { to: 'ada@example.com', scheduled_at: 'in 1 hour' },
    canceled: { to: 'ada@example.com', scheduled_at: 'in 1 hour' },
  };
  for (const [name, changes] of Object.entries(emails)) {
    const { body } = await api.ask('POST', '/emails', { key: token, body: { ...MAIL, ...changes } });
    ids[name] = String(body['id']);
    // Ids of different milliseconds, so that a time can lie between them.
    const madeAt = timeOfId(ids[name]).getTime();
    while (Date.now() <= madeAt + 1) await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await cancelEmail(api.database, ids['canceled'] ?? '', 'all');
});
afterAll(() => api.close());

async function list(query: Record<string, string>): Promise<unknown[]> {
  const { status, body } = await api.ask('GET', `/emails?${new URLSearchParams(query).toString()}`, { key: token });
  expect({ status, body }).toMatchObject({ status: 200 });
  const names = new Map(Object.entries(ids).map(([name, id]) => [id, name]));
  return (body['data'] as { id: string }[]).map(({ id }) => names.get(id));
}
const timeOf = (name: string) => timeOfId(ids[name] ?? '').toISOString();

describe('one filter', () => {
  test.each([
    [{ to: 'ada@example.com' }, ['canceled', 'later', 'copied', 'cased', 'plain']],
    [{ to: 'Ada <ADA@EXAMPLE.COM>' }, ['canceled', 'later', 'copied', 'cased', 'plain']],
    [{ to: 'ada@example.co' }, []],
    [{ from: 'bob@example.com' }, ['cased']],
    [{ tag: 'category:welcome' }, ['copied']],
    [{ tag: 'category:nothing' }, []],
    [{ subject: '100%' }, ['percent']],
    [{ subject: '100' }, ['hundred', 'percent']],
    [{ subject: '100% of-it' }, []],
    [{ subject: 'hello' }, []],
    [{ status: 'scheduled' }, ['later']],
    [{ status: 'canceled' }, ['canceled']],
    [{ status: 'bounced' }, []],
  ])('%j', async (query, expected) => {
    expect(await list(query)).toEqual(expected);
  });
});

describe('together', () => {
  test('a recipient and a status', async () => {
    expect(await list({ to: 'ada@example.com', status: 'queued' })).toEqual(['copied', 'cased', 'plain']);
  });

  test('times: from the first on, up to and without the second', async () => {
    expect(await list({ created_after: timeOf('cased'), created_before: timeOf('percent') })).toEqual([
      'tagged',
      'copied',
      'cased',
    ]);
    expect(await list({ created_after: '2999-01-01' })).toEqual([]);
    expect(await list({ created_before: '0001-01-01' })).toEqual([]);
  });

  test('a time as a resource shows it', async () => {
    const { body } = await api.ask('GET', `/emails/${ids['percent'] ?? ''}`, { key: token });
    expect(await list({ created_after: String(body['created_at']), subject: '100' })).toEqual(['hundred', 'percent']);
  });

  test('pages', async () => {
    const query = { to: 'ada@example.com', created_after: timeOf('plain'), limit: '2' };
    expect(await list(query)).toEqual(['canceled', 'later']);
    expect(await list({ ...query, after: ids['later'] ?? '' })).toEqual(['copied', 'cased']);
    expect(await list({ ...query, before: ids['plain'] ?? '' })).toEqual(['copied', 'cased']);
  });
});
