/** What became of an email, waiting for it, and sending it again: what Sendoff has beside the wire. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Resend } from 'resend';
import { callApi } from './testing/call-api.ts';
import { createReleases } from './testing/releases.ts';
import { startStack, type Stack } from './testing/start-stack.ts';
import { succeed } from './testing/succeed.ts';
import { waitForArrival, waitForStatus } from './testing/wait-for-status.ts';

const WIRE_TIME = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{6}\+00$/;

const releases = createReleases();
let stack: Stack;
let resend: Resend;
let sent: string;
let bounced: string;

beforeAll(async () => {
  stack = await startStack(releases, {
    script: { rcpt: ({ to }) => (to.startsWith('refused') ? { code: 550, message: '5.1.1 No such user' } : undefined) },
  });
  await Promise.all([stack.startApi(), stack.startWorker()]);
  resend = new Resend(stack.api.key, { baseUrl: stack.api.url });
  sent = await sendTo('ada@example.com');
  bounced = await sendTo('refused@example.com');
  await waitForStatus(stack, sent, 'sent');
  await waitForStatus(stack, bounced, 'bounced');
});
afterAll(releases.releaseAll);

const sendTo = async (to: string): Promise<string> =>
  (await succeed(resend.emails.send({ from: 'hello@acme.example', to, subject: 'Hello', text: 'It works.' }))).id;

describe('what became of an email', () => {
  test('is in its attempts', async () => {
    const { status, body } = await callApi(stack.api, { path: `/emails/${sent}/attempts` });
    expect([status, body]).toMatchObject([
      200,
      {
        object: 'list',
        has_more: false,
        data: [
          {
            number: 1,
            started_at: expect.stringMatching(WIRE_TIME),
            finished_at: expect.stringMatching(WIRE_TIME),
            outcome: 'sent',
            relay: stack.relay.url,
            remote_address: '127.0.0.1',
            tls_version: null,
            recipients: [{ address: 'ada@example.com', verdict: 'sent', reply: { code: 250 } }],
          },
        ],
      },
    ]);
  });

  test('is in its attempts where it was refused', async () => {
    expect(await callApi(stack.api, { path: `/emails/${bounced}/attempts` })).toMatchObject({
      status: 200,
      body: {
        data: [
          {
            number: 1,
            outcome: 'bounced',
            recipients: [{ address: 'refused@example.com', verdict: 'bounced', reply: { code: 550, enhanced_code: '5.1.1' } }],
          },
        ],
      },
    });
  });

  test('is in its events', async () => {
    const { status, body } = await callApi(stack.api, { path: `/emails/${sent}/events` });
    expect([status, body]).toMatchObject([
      200,
      {
        object: 'list',
        has_more: false,
        data: [
          { number: 1, type: 'queued', created_at: expect.stringMatching(WIRE_TIME), attempt: null },
          { number: 2, type: 'sent', attempt: 1 },
        ],
      },
    ]);
  });
});

describe('waiting', () => {
  test('answers when the email is sent', async () => {
    const id = await sendTo('ada@example.com');
    const { status, body } = await callApi(stack.api, { path: `/emails/${id}/wait?until=sent&timeout=30` });
    expect([status, body]).toMatchObject([200, { object: 'email', id, status: 'sent', last_event: 'sent' }]);
  });

  test('ends at its time limit with the email as it is', async () => {
    const { id } = await succeed(
      resend.emails.send({
        from: 'hello@acme.example',
        to: 'ada@example.com',
        subject: 'Later',
        text: 'Later',
        scheduledAt: 'in 1 hour',
      }),
    );
    const begun = performance.now();
    const { status, body } = await callApi(stack.api, { path: `/emails/${id}/wait?until=sent&timeout=1` });
    expect(performance.now() - begun).toBeGreaterThanOrEqual(990);
    expect([status, body]).toMatchObject([
      200,
      {
        id,
        status: 'scheduled',
        last_event: 'scheduled',
        waiting: { reason: 'scheduled', next_attempt_at: expect.stringMatching(WIRE_TIME) },
      },
    ]);
  });

  test.each(['timeout=61', 'timeout=soon', 'until=lost'])('refuses %s', async (query) => {
    expect(await callApi(stack.api, { path: `/emails/${sent}/wait?${query}` })).toMatchObject({
      status: 422,
      body: { statusCode: 422, name: 'invalid_parameter' },
    });
  });
});

describe('retrying', () => {
  test('sends again what bounced, under the same Message-ID, with an empty body', async () => {
    const id = bounced;
    stack.relay.follow({});
    const before = await waitForStatus(stack, id, 'bounced');
    // Its server said that there is no such recipient.
    expect(await callApi(stack.api, { method: 'DELETE', path: '/suppressions/refused@example.com' })).toMatchObject({
      status: 200,
    });
    expect(await callApi(stack.api, { method: 'POST', path: `/emails/${id}/retry` })).toMatchObject({
      status: 200,
      body: { object: 'email', id },
    });
    const { email, received } = await waitForArrival(stack, id);
    expect(email).toMatchObject({ message_id: before.message_id, attempts: 2, last_event: 'sent' });
    expect(received.envelope.to).toEqual(['refused@example.com']);
  });

  test('is refused for what was sent', async () => {
    expect(await callApi(stack.api, { method: 'POST', path: `/emails/${sent}/retry` })).toMatchObject({
      status: 422,
      body: { statusCode: 422, name: 'validation_error' },
    });
  });
});
