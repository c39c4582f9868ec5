/** Reading emails back from a listening API on a real database. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Resend } from 'resend';
import { beginAttempt, endAttempt } from './play-attempt.ts';
import { startTestApi, type TestApi } from './start-test-api.ts';

const MAIL = { from: 'acme@example.com', to: 'ada@example.com', subject: 'Hello', text: 'Hello.' };
const REPLY = { replyCode: 451, enhancedCode: '4.7.1', replyText: '4.7.1 Try again in five minutes' };

let api: TestApi;
let token: string;
let resend: Resend;

beforeAll(async () => {
  api = await startTestApi(undefined);
  ({ token } = await api.createKey());
  resend = new Resend(token, { baseUrl: api.url });
});
afterAll(() => api.close());

async function send(subject = 'Hello'): Promise<string> {
  const { data } = await resend.emails.send({ ...MAIL, subject });
  if (data === null) throw new Error('not accepted');
  return data.id;
}

describe('one email', () => {
  test('shows why it waits and when it is tried next', async () => {
    const id = await send();
    const n = await beginAttempt(api.database, id);
    expect((await api.ask('GET', `/emails/${id}`, { key: token })).body).toMatchObject({
      status: 'sending',
      last_event: 'queued',
      attempts: 1,
      waiting: null,
    });
    await endAttempt(
      api.database,
      id,
      n ?? 0,
      { ...REPLY, outcome: 'deferred', reason: 'greylisted' },
      {
        status: 'deferred',
        retryInMs: 60_000,
        retryCount: 1,
        recipients: [{ ...REPLY, address: 'ada@example.com', state: 'deferred' }],
        events: [{ type: 'delivery_delayed', data: {} }],
      },
    );
    expect((await api.ask('GET', `/emails/${id}`, { key: token })).body).toMatchObject({
      status: 'deferred',
      last_event: 'delivery_delayed',
      attempts: 1,
      waiting: { reason: 'greylisted: 451 4.7.1 Try again in five minutes', next_attempt_at: expect.stringMatching(/\+00$/) },
      recipients: [
        {
          address: 'ada@example.com',
          kind: 'to',
          state: 'deferred',
          reply: { code: 451, enhanced_code: '4.7.1', text: REPLY.replyText },
        },
      ],
    });
  });

  test('that was given up says why, by itself and in a list', async () => {
    const id = await send();
    const n = await beginAttempt(api.database, id);
    await endAttempt(
      api.database,
      id,
      n ?? 0,
      { ...REPLY, outcome: 'deferred', reason: 'greylisted' },
      {
        status: 'failed',
        recipients: [{ ...REPLY, address: 'ada@example.com', state: 'failed' }],
        events: [{ type: 'failed', data: {} }],
      },
    );
    const failure = { reason: 'gave up after 1 attempt; last reply 451 4.7.1 Try again in five minutes' };
    expect((await api.ask('GET', `/emails/${id}`, { key: token })).body).toMatchObject({ failure, waiting: null });
    const { body } = await api.ask('GET', '/emails?status=failed', { key: token });
    expect(body['data']).toMatchObject([{ id, failure, waiting: null, mode: 'live' }]);
  });

  test('that the sandbox simulates says so, by itself, for each recipient, and in a list of its own', async () => {
    const testKey = await api.createKey('full_access', 'test');
    const simulated = [
      await api.ask('POST', '/emails', { key: testKey.token, body: { ...MAIL, subject: 'By a test key' } }),
      await api.ask('POST', '/emails', {
        key: token,
        body: { ...MAIL, to: 'delivered@resend.dev', subject: 'To a test address' },
      }),
    ].map(({ body }) => String(body['id']));
    for (const id of simulated) {
      const { body } = await api.ask('GET', `/emails/${id}`, { key: token });
      expect(body).toMatchObject({ mode: 'test', recipients: [{ simulated: true }] });
    }
    const { body } = await api.ask('POST', '/emails', {
      key: token,
      body: { ...MAIL, to: ['delivered@resend.dev', 'ada@example.com'] },
    });
    expect((await api.ask('GET', `/emails/${String(body['id'])}`, { key: token })).body).toMatchObject({
      mode: 'live',
      recipients: [
        { address: 'ada@example.com', simulated: false },
        { address: 'delivered@resend.dev', simulated: true },
      ],
    });
    const list = (await api.ask('GET', '/emails?mode=test', { key: token })).body['data'] as { readonly id: string }[];
    expect(list.map(({ id }) => id)).toEqual(simulated.toReversed());
  });

  test('tells content that has expired from content that was never there', async () => {
    const id = await send();
    expect((await api.ask('GET', `/emails/${id}`, { key: token })).body).toMatchObject({ content_expired: false });
    await api.database.emailContent.delete({ where: { emailId: id } });
    expect((await api.ask('GET', `/emails/${id}`, { key: token })).body).toMatchObject({ content_expired: true, text: null });
  });

  test.each([
    ['an id that is not known', '019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b', 404, 'not_found'],
    ['what is no id', 'latest', 422, 'invalid_parameter'],
    ['another path of the wire', 'x/share', 404, 'not_found'],
    ['one that could be taken for an id', 'metrics', 404, 'not_found'],
    ['and another', 'receiving/x', 404, 'not_found'],
  ])('%s', async (_what, path, status, name) => {
    expect(await api.ask('GET', `/emails/${path}`, { key: token })).toMatchObject({ status, body: { statusCode: status, name } });
  });

  test('paths with doubled slashes, and with one at the end, are the same', async () => {
    const id = await send();
    expect((await api.ask('GET', `//emails/${id}/`, { key: token })).body).toMatchObject({ id });
    expect((await api.ask('GET', '//emails//', { key: token })).status).toBe(200);
  });
});

describe('pages', () => {
  test('show every email once while more arrives, to the end and back', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 25; n += 1) ids.unshift(await send(`Number ${String(n)}`));
    const newest = await resend.emails.list({ limit: 10 });
    expect(newest.data?.data.map(({ id }) => id)).toEqual(ids.slice(0, 10));
    expect(newest.data).toMatchObject({ object: 'list', has_more: true });

    const late = [await send('late'), await send('later')].reverse();
    const seen: string[] = [...ids.slice(0, 10)];
    for (let more = true; more;) {
      const page = await resend.emails.list({ limit: 10, after: seen.at(-1) ?? '' });
      seen.push(...(page.data?.data ?? []).map(({ id }) => id));
      more = page.data?.has_more ?? false;
      if (seen.length > 100) throw new Error('pages without end');
    }
    expect(seen.slice(0, 25)).toEqual(ids);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).not.toEqual(expect.arrayContaining(late));

    const before = await resend.emails.list({ limit: 10, before: ids[0] ?? '' });
    expect(before.data).toMatchObject({ has_more: false });
    expect(before.data?.data.map(({ id }) => id)).toEqual(late);
    const nearest = await resend.emails.list({ limit: 1, before: ids[0] ?? '' });
    expect(nearest.data).toMatchObject({ has_more: true, data: [{ id: late[1] }] });
  });

  test('items leave out html, text and tags, and there are 20 unless asked otherwise', async () => {
    const { body } = await api.ask('GET', '/emails', { key: token });
    const [first] = body['data'] as Record<string, unknown>[];
    expect(body['data']).toHaveLength(20);
    expect(first).toMatchObject({
      from: MAIL.from,
      to: [MAIL.to],
      cc: [],
      bcc: [],
      reply_to: [],
      last_event: 'queued',
      scheduled_at: null,
    });
    expect(Object.keys(first ?? {})).not.toEqual(expect.arrayContaining(['html', 'text', 'tags']));
  });

  test.each([
    ['limit=0', /`limit` parameter must be a whole number from 1 to 100/],
    ['limit=101', /`limit`/],
    ['limit=ten', /`limit`/],
    ['after=x', /`after` parameter must be the id/],
    ['after=019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b&before=019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b', /exclude each other/],
    ['colour=red', /`colour` parameter is not known/],
    ['status=lost', /`status` parameter must be one of scheduled, queued/],
    ['mode=none', /`mode` parameter must be one of live, test/],
    ['status=sent&status=queued', /`status` parameter must be one of/],
    ['to=nobody', /`to` parameter must be an email address/],
    ['from=nobody', /`from` parameter must be an email address/],
    ['tag=category', /`tag` parameter must be `name:value`, such as/],
    ['tag=a:b:c', /`tag` parameter must be `name:value`, such as/],
    ['subject=', /`subject` parameter must be 1 to 2000 characters/],
    ['subject=a%00b', /`subject` parameter must not contain a NUL/],
    ['to=a@example.com&subject=Hello', /`to` and `subject` exclude each other/],
    ['created_after=yesterday', /`created_after` parameter must be a time in ISO 8601/],
    ['created_before=2026-04-03T22:13:42+00:00', /`%2B`/],
  ])('%s is explained', async (query, message) => {
    expect((await api.ask('GET', `/emails?${query}`, { key: token })).body).toEqual({
      statusCode: 422,
      name: 'invalid_parameter',
      message: expect.stringMatching(message),
    });
  });
});
