/** Sendoff's additions to the Resend API: attempts, events, waiting and retrying. */
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

describe('the history of an email', () => {
  test('includes its attempts', async () => {
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

  test('includes the reply to a rejected attempt', async () => {
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

  test('includes its events', async () => {
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
  test('ends when the email is sent', async () => {
    const id = await sendTo('ada@example.com');
    const { status, body } = await callApi(stack.api, { path: `/emails/${id}/wait?until=sent&timeout=30` });
    expect([status, body]).toMatchObject([200, { object: 'email', id, status: 'sent', last_event: 'sent' }]);
  });

  test('ends at its time limit with the current state of the email', async () => {
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

  test.each(['timeout=61', 'timeout=soon', 'until=lost'])('rejects %s', async (query) => {
    expect(await callApi(stack.api, { path: `/emails/${sent}/wait?${query}` })).toMatchObject({
      status: 422,
      body: { statusCode: 422, name: 'invalid_parameter' },
    });
  });
});

describe('retrying', () => {
  test('sends a bounced email again with the same Message-ID', async () => {
    const id = bounced;
    stack.relay.follow({});
    const before = await waitForStatus(stack, id, 'bounced');
    // The relay has rejected the recipient as unknown.
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

  test('is rejected for a sent email', async () => {
    expect(await callApi(stack.api, { method: 'POST', path: `/emails/${sent}/retry` })).toMatchObject({
      status: 422,
      body: { statusCode: 422, name: 'validation_error' },
    });
  });
});
