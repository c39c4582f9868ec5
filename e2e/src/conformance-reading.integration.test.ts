/** Reading emails with the `resend` package: single emails, pages, and Sendoff's own filters. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Resend } from 'resend';
import { callApi } from './testing/call-api.ts';
import { createReleases } from './testing/releases.ts';
import { startStack, type Stack } from './testing/start-stack.ts';
import { fail, succeed } from './testing/succeed.ts';
import { waitForStatus } from './testing/wait-for-status.ts';

const UNKNOWN_ID = '019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b';
const NOT_FOUND = { statusCode: 404, name: 'not_found' };
const WIRE_TIME = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{6}\+00$/;

const releases = createReleases();
let stack: Stack;
let resend: Resend;
/** Newest last. */
const ids: string[] = [];
/** A time between the third and the fourth email. */
let inTheMiddle: string;

beforeAll(async () => {
  stack = await startStack(releases, {
    script: { rcpt: ({ to }) => (to.startsWith('refused') ? { code: 550, message: '5.1.1 No such user' } : undefined) },
  });
  await Promise.all([stack.startApi(), stack.startWorker()]);
  resend = new Resend(stack.api.key, { baseUrl: stack.api.url });
  for (let number = 1; number <= 7; number += 1) {
    if (number === 4) {
      inTheMiddle = new Date().toISOString();
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    ids.push(await send(number));
  }
  for (const id of ids) await waitForStatus(stack, id, id === ids[6] ? 'bounced' : 'sent');
});
afterAll(releases.releaseAll);

const send = async (number: number): Promise<string> => {
  const { id } = await succeed(
    resend.emails.send({
      from: `${number === 2 ? 'Shop <shop' : 'Acme <hello'}@acme.example>`,
      to: number === 7 ? 'refused@example.com' : `Reader <Reader-${String(number)}@example.com>`,
      ...(number === 5 && { cc: 'reader-1@example.com' }),
      subject: `${number % 2 === 0 ? 'Even' : 'Odd'} number ${String(number)}`,
      text: 'It works.',
      tags: [{ name: 'parity', value: number % 2 === 0 ? 'even' : 'odd' }],
    }),
  );
  return id;
};

/** The numbers of the listed emails, in the order in which they were sent. */
const numbersIn = (data: readonly { readonly id: string }[]): number[] => data.map(({ id }) => ids.indexOf(id) + 1);

const numbersFor = async (query: string): Promise<number[]> => {
  const { status, body } = await callApi(stack.api, { path: `/emails?${query}` });
  expect([status, body]).toMatchObject([200, { object: 'list' }]);
  return numbersIn((body as { data: { id: string }[] }).data);
};

describe('one email', () => {
  test('has every field of Resend and of Sendoff', async () => {
    const { status, body } = await callApi(stack.api, { path: `/emails/${String(ids[0])}` });
    expect([status, body]).toEqual([
      200,
      {
        object: 'email',
        id: ids[0],
        message_id: expect.any(String),
        from: 'Acme <hello@acme.example>',
        to: ['Reader <Reader-1@example.com>'],
        cc: [],
        bcc: [],
        reply_to: [],
        subject: 'Odd number 1',
        html: null,
        text: 'It works.',
        created_at: expect.stringMatching(WIRE_TIME),
        scheduled_at: null,
        last_event: 'sent',
        tags: [{ name: 'parity', value: 'odd' }],
        status: 'sent',
        attempts: 1,
        mode: 'live',
        failure: null,
        content_expired: false,
        waiting: null,
        recipients: [
          {
            address: 'reader-1@example.com',
            kind: 'to',
            state: 'sent',
            reply: { code: 250, enhanced_code: null, text: expect.any(String) },
            feedback: null,
            simulated: false,
          },
        ],
      },
    ]);
  });

  test('that does not exist returns 404', async () => {
    expect(await fail(resend.emails.get(UNKNOWN_ID))).toMatchObject(NOT_FOUND);
    for (const what of ['attempts', 'events', 'wait']) {
      expect(await callApi(stack.api, { path: `/emails/${UNKNOWN_ID}/${what}` })).toMatchObject({ status: 404, body: NOT_FOUND });
    }
    expect(await callApi(stack.api, { method: 'POST', path: `/emails/${UNKNOWN_ID}/retry` })).toMatchObject({
      status: 404,
      body: NOT_FOUND,
    });
  });
});

describe('the list', () => {
  test('is sorted by newest first, without html, text and tags', async () => {
    const { object, has_more, data } = await succeed(resend.emails.list());
    expect([object, has_more, numbersIn(data)]).toEqual(['list', false, [7, 6, 5, 4, 3, 2, 1]]);
    expect(data[6]).toMatchObject({
      id: ids[0],
      subject: 'Odd number 1',
      last_event: 'sent',
      to: ['Reader <Reader-1@example.com>'],
    });
    for (const item of data) {
      for (const absent of ['html', 'text', 'tags']) expect(item).not.toHaveProperty(absent);
    }
  });

  test('can be paged by limit and after, to the end', async () => {
    const pages: number[][] = [];
    let after: string | undefined;
    for (let more = true; more;) {
      const page = await succeed(resend.emails.list({ limit: 3, ...(after !== undefined && { after }) }));
      pages.push(numbersIn(page.data));
      after = page.data.at(-1)?.id;
      more = page.has_more;
    }
    expect(pages).toEqual([[7, 6, 5], [4, 3, 2], [1]]);
  });

  test('can be paged back by before', async () => {
    const near = await succeed(resend.emails.list({ limit: 2, before: ids[2] ?? '' }));
    expect([near.has_more, numbersIn(near.data)]).toEqual([true, [5, 4]]);
    const first = await succeed(resend.emails.list({ limit: 2, before: ids[4] ?? '' }));
    expect([first.has_more, numbersIn(first.data)]).toEqual([false, [7, 6]]);
  });

  test.each([
    'limit=0',
    'limit=101',
    'limit=many',
    'after=x',
    `after=${UNKNOWN_ID}&before=${UNKNOWN_ID}`,
    'color=red',
    'status=lost',
  ])('refuses %s', async (query) => {
    expect(await callApi(stack.api, { path: `/emails?${query}` })).toMatchObject({
      status: 422,
      body: { statusCode: 422, name: 'invalid_parameter' },
    });
  });

  test.each([
    { query: 'status=bounced', found: [7] },
    { query: 'status=queued', found: [] },
    { query: 'to=reader-1@example.com', found: [5, 1] },
    { query: 'to=READER-1@example.com', found: [5, 1] },
    { query: 'from=shop@acme.example', found: [2] },
    { query: 'tag=parity:even', found: [6, 4, 2] },
    { query: 'subject=Even', found: [6, 4, 2] },
    { query: 'subject=number', found: [] },
    { query: 'tag=parity:odd&status=sent', found: [5, 3, 1] },
    { query: 'tag=parity:even&limit=2', found: [6, 4] },
  ])('finds by $query', async ({ query, found }) => {
    expect(await numbersFor(query)).toEqual(found);
  });

  test('can be filtered by time', async () => {
    expect(await numbersFor(`created_after=${inTheMiddle}`)).toEqual([7, 6, 5, 4]);
    expect(await numbersFor(`created_before=${inTheMiddle}`)).toEqual([3, 2, 1]);
    expect(await numbersFor(`created_after=${inTheMiddle}&tag=parity:even`)).toEqual([6, 4]);
  });

  test('rejects two search filters at once', async () => {
    expect(await callApi(stack.api, { path: '/emails?to=a@example.com&tag=a:b' })).toMatchObject({
      status: 422,
      body: { statusCode: 422, name: 'invalid_parameter' },
    });
  });
});
