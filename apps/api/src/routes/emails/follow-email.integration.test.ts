/** The attempts and events of an email, and the operations on it: retry, resolve and wait. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { StatusAfterAttempt } from '@sendoff/core';
import { beginAttempt, endAttempt, NO_REPLY } from '../../../test/play-attempt.ts';
import { startTestApi, type TestApi } from '../../../test/start-test-api.ts';

const MAIL = { from: 'acme@example.com', to: 'ada@example.com', subject: 'Hello', text: 'Hello.' };
const REPLY = { replyCode: 550, enhancedCode: '5.1.1', replyText: '5.1.1 No such user' };
const TIME = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{6}\+00$/;

let api: TestApi;
let token: string;

beforeAll(async () => {
  api = await startTestApi(undefined);
  ({ token } = await api.createKey());
});
afterAll(() => api.close());

const ask = (method: string, path: string, body?: unknown) => api.ask(method, path, { key: token, body });

async function send(): Promise<string> {
  return String((await ask('POST', '/emails', MAIL)).body['id']);
}

async function attempt(emailId: string, status: StatusAfterAttempt): Promise<void> {
  const { generation } = await api.database.emailRecord.findUniqueOrThrow({ where: { id: emailId } });
  const n = await beginAttempt(api.database, emailId, generation);
  if (n === null) throw new Error('not begun');
  if (status === 'in_doubt') {
    const events = [{ type: 'delivery_delayed', data: { attempt: n } }] as const;
    await endAttempt(api.database, emailId, n, { outcome: 'in_doubt', reason: 'connection_lost' }, { status, events });
    return;
  }
  const [reply, verdict, reason] =
    status === 'bounced' ? ([REPLY, 'bounced', 'unknown_user'] as const) : ([NO_REPLY, 'sent', 'accepted'] as const);
  await endAttempt(
    api.database,
    emailId,
    n,
    { ...reply, outcome: verdict, reason, recipients: [{ ...reply, address: 'ada@example.com', verdict, reason }] },
    {
      status,
      recipients: [{ ...reply, address: 'ada@example.com', state: verdict }],
      events: [{ type: verdict, data: { attempt: n, outcome: verdict, reason, ...reply } }],
    },
  );
}

describe('the ledger and the history', () => {
  test('begin with nothing but the acceptance', async () => {
    const id = await send();
    expect((await ask('GET', `/emails/${id}/attempts`)).body).toEqual({ object: 'list', has_more: false, data: [] });
    expect((await ask('GET', `/emails/${id}/events`)).body).toEqual({
      object: 'list',
      has_more: false,
      data: [
        {
          number: 1,
          type: 'queued',
          created_at: expect.stringMatching(TIME) as unknown,
          attempt: null,
          reason: null,
          reply: null,
          recipient: null,
          cause: null,
        },
      ],
    });
  });

  test('show an attempt that is under way, and then how it ended', async () => {
    const id = await send();
    await beginAttempt(api.database, id);
    const underWay = {
      number: 1,
      started_at: expect.stringMatching(TIME) as unknown,
      finished_at: null,
      outcome: null,
      reason: null,
      relay: null,
      skipped_relays: [],
      remote_address: null,
      provider_message_id: null,
      tls_version: null,
      worker: 'w',
      reply: null,
      message: null,
      recipients: [],
    };
    expect((await ask('GET', `/emails/${id}/attempts`)).body['data']).toEqual([underWay]);

    const other = await send();
    await attempt(other, 'bounced');
    const reply = { code: 550, enhanced_code: '5.1.1', text: '5.1.1 No such user' };
    expect((await ask('GET', `/emails/${other}/attempts`)).body['data']).toEqual([
      {
        ...underWay,
        finished_at: expect.stringMatching(TIME) as unknown,
        outcome: 'bounced',
        reason: 'unknown_user',
        relay: 'smtp://r:25',
        skipped_relays: [],
        remote_address: '192.0.2.1',
        tls_version: 'TLSv1.3',
        reply,
        recipients: [{ address: 'ada@example.com', verdict: 'bounced', reason: 'unknown_user', reply }],
      },
    ]);
    expect((await ask('GET', `/emails/${other}/events`)).body['data']).toMatchObject([
      { number: 1, type: 'queued' },
      { number: 2, type: 'bounced', attempt: 1, reason: 'unknown_user', reply },
    ]);
  });
});

describe('retry', () => {
  test('queues an email that bounced, with a job, and says who did it', async () => {
    const id = await send();
    await attempt(id, 'bounced');
    const enqueue = jest.spyOn(api.queue, 'enqueue');
    expect(await ask('POST', `/emails/${id}/retry`)).toMatchObject({ status: 200, body: { object: 'email', id } });
    const { generation } = await api.database.emailRecord.findUniqueOrThrow({ where: { id } });
    expect(enqueue.mock.calls).toEqual([[[{ emailId: id, generation, delayMs: 0, mayShare: true, priority: 0 }]]]);
    enqueue.mockRestore();
    expect((await ask('GET', `/emails/${id}`)).body).toMatchObject({
      status: 'queued',
      last_event: 'queued',
      recipients: [{ state: 'pending' }],
    });
    const { data } = (await ask('GET', `/emails/${id}/events`)).body;
    expect((data as unknown[]).at(-1)).toMatchObject({ number: 3, type: 'queued', cause: 'retry' });
    await attempt(id, 'sent');
    expect(await ask('POST', `/emails/${id}/retry`)).toMatchObject({
      status: 422,
      body: { message: 'Only a bounced, failed or suppressed email can be sent again. This one was sent.' },
    });
  });

  test('is refused once the content is gone', async () => {
    const id = await send();
    await attempt(id, 'bounced');
    await api.database.emailContent.delete({ where: { emailId: id } });
    expect(await ask('POST', `/emails/${id}/retry`)).toMatchObject({
      status: 422,
      body: { name: 'validation_error', message: expect.stringMatching(/content of this email has been removed/) as unknown },
    });
  });
});

describe('resolve', () => {
  test.each([
    ['sent', 'sent', 'sent'],
    ['retry', 'queued', 'pending'],
    ['failed', 'failed', 'failed'],
  ])('%s: the email is %s', async (outcome, status, state) => {
    const id = await send();
    await attempt(id, 'in_doubt');
    expect((await ask('GET', `/emails/${id}`)).body).toMatchObject({
      status: 'in_doubt',
      last_event: 'delivery_delayed',
      waiting: { next_attempt_at: null },
    });
    expect(await ask('POST', `/emails/${id}/resolve`, { outcome })).toMatchObject({ status: 200, body: { object: 'email', id } });
    expect((await ask('GET', `/emails/${id}`)).body).toMatchObject({ status, last_event: status, recipients: [{ state }] });
  });

  test.each([
    [{ outcome: 'lost' }, 'validation_error', /must be `sent`, `retry` or `failed`/],
    [{}, 'missing_required_field', /Missing `outcome` field/],
    [{ outcome: 'sent' }, 'validation_error', /Only an email in doubt can be resolved\. This one is queued\./],
  ])('%j is refused', async (body, name, message) => {
    const id = await send();
    expect(await ask('POST', `/emails/${id}/resolve`, body)).toMatchObject({
      status: 422,
      body: { name, message: expect.stringMatching(message) as unknown },
    });
  });
});

describe('wait', () => {
  /** Ends a test whose request waits for all of its 60 s, in milliseconds. */
  const LONG_BEFORE_A_MINUTE = 40_000;
  const later = async (work: () => Promise<void> | void, milliseconds = 300) => {
    await sleep(milliseconds);
    await work();
  };

  test(
    'answers at once when there is nothing to wait for',
    async () => {
      const id = await send();
      expect(await ask('GET', `/emails/${id}/wait?until=queued&timeout=60`)).toMatchObject({
        status: 200,
        body: { id, status: 'queued' },
      });
      expect(await ask('GET', `/emails/${id}/wait?until=sent&timeout=0`)).toMatchObject({
        status: 200,
        body: { status: 'queued' },
      });
    },
    LONG_BEFORE_A_MINUTE,
  );

  test.each(['until=sent', 'until=bounced', ''])(
    'with %j answers when it was sent, as reading does',
    async (query) => {
      const id = await send();
      const [answer] = await Promise.all([
        ask('GET', `/emails/${id}/wait?timeout=60&${query}`),
        later(() => attempt(id, 'sent')),
      ]);
      expect(answer.body).toEqual((await ask('GET', `/emails/${id}`)).body);
      expect(answer.body).toMatchObject({ object: 'email', status: 'sent', last_event: 'sent' });
    },
    LONG_BEFORE_A_MINUTE,
  );

  test('answers at the time limit with the email as it is', async () => {
    const id = await send();
    const begun = Date.now();
    expect(await ask('GET', `/emails/${id}/wait?until=sent&timeout=1`)).toMatchObject({
      status: 200,
      body: { status: 'queued' },
    });
    expect(Date.now() - begun).toBeGreaterThanOrEqual(990);
  });

  test.each([
    ['timeout=61', /`timeout` parameter must be a whole number of seconds from 0 to 60/],
    ['timeout=-1', /`timeout`/],
    ['until=opened', /`until` parameter must be one of scheduled, queued/],
    ['till=sent', /`till` parameter is not known/],
  ])('%s is explained', async (query, message) => {
    expect(await ask('GET', `/emails/${await send()}/wait?${query}`)).toMatchObject({
      status: 422,
      body: { name: 'invalid_parameter', message: expect.stringMatching(message) as unknown },
    });
  });

  test(
    'ends with the client, and with the server',
    async () => {
      const own = await startTestApi(undefined);
      const key = await own.createKey();
      const { body } = await own.ask('POST', '/emails', { key: key.token, body: MAIL });
      const path = `/emails/${String(body['id'])}/wait?until=sent&timeout=60`;

      const gone = new AbortController();
      const leaving = fetch(own.url + path, { headers: { authorization: `Bearer ${key.token}` }, signal: gone.signal });
      const staying = own.ask('GET', path, { key: key.token });
      await later(() => {
        gone.abort();
      });
      await expect(leaving).rejects.toThrow(/abort/);

      await later(() => own.close(), 100);
      expect(await staying).toMatchObject({ status: 200, body: { status: 'queued' } });
    },
    LONG_BEFORE_A_MINUTE,
  );
});
