/** Rescheduling and canceling with the `resend` package, and simulated email. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Resend } from 'resend';
import { callApi } from './testing/call-api.ts';
import { createReleases } from './testing/releases.ts';
import { startStack, type Stack } from './testing/start-stack.ts';
import { fail, succeed } from './testing/succeed.ts';
import { arrivalsOf, waitForArrival, waitForStatus } from './testing/wait-for-status.ts';
import { waitUntil } from './testing/wait-until.ts';

const UNKNOWN_ID = '019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b';
const BASE = { from: 'Acme <hello@acme.example>', to: 'ada@example.com', subject: 'Hello', text: 'It works.' };
const DAY_S = 24 * 60 * 60;

const releases = createReleases();
let stack: Stack;
let resend: Resend;

beforeAll(async () => {
  stack = await startStack(releases, {});
  await Promise.all([stack.startApi(), stack.startWorker()]);
  resend = new Resend(stack.api.key, { baseUrl: stack.api.url });
});
afterAll(releases.releaseAll);

const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString();
const schedule = async (scheduledAt: string) => (await succeed(resend.emails.send({ ...BASE, scheduledAt }))).id;

describe('a scheduled email', () => {
  test.each(['in 1 min', 'in 2 hours', 'tomorrow at 9am', 'monday', inSeconds(29 * DAY_S)])(
    'for %s is not sent before its time',
    async (scheduledAt) => {
      const id = await schedule(scheduledAt);
      const email = await succeed(resend.emails.get(id));
      expect(email.last_event).toBe('scheduled');
      expect(Date.parse(String(email.scheduled_at))).toBeGreaterThan(Date.now());
      expect(email.scheduled_at).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{6}\+00$/);
    },
  );

  test('is sent at the new time after it is rescheduled to an earlier one', async () => {
    const id = await schedule('in 1 hour');
    const due = inSeconds(2);
    expect(await succeed(resend.emails.update({ id, scheduledAt: due }))).toEqual({ object: 'email', id });
    const { email, received } = await waitForArrival(stack, id);
    expect(received.at).toBeGreaterThanOrEqual(Date.parse(due));
    expect(email).toMatchObject({ last_event: 'sent', attempts: 1 });
  });

  test('is not sent at the old time after it is rescheduled to a later one', async () => {
    const id = await schedule(inSeconds(3));
    await succeed(resend.emails.update({ id, scheduledAt: 'in 1 day' }));
    // When an email due after the old time has been sent, the old time has passed.
    await waitForArrival(stack, await schedule(inSeconds(5)));
    const email = await waitForStatus(stack, id, 'scheduled');
    expect(arrivalsOf(stack, email)).toEqual([]);
    expect(email).toMatchObject({ last_event: 'scheduled', attempts: 0 });
  });

  test('is not sent after it is canceled', async () => {
    const id = await schedule(inSeconds(3));
    expect(await succeed(resend.emails.cancel(id))).toEqual({ object: 'email', id });
    await waitForArrival(stack, await schedule(inSeconds(5)));
    const email = await waitForStatus(stack, id, 'canceled');
    expect(email).toMatchObject({ last_event: 'canceled', attempts: 0 });
    expect(arrivalsOf(stack, email)).toEqual([]);

    const wrongState = { statusCode: 422, name: 'validation_error' };
    expect(await fail(resend.emails.cancel(id))).toMatchObject(wrongState);
    expect(await fail(resend.emails.update({ id, scheduledAt: 'in 1 hour' }))).toMatchObject(wrongState);
  });

  test.each(['1 hour ago', 'whenever', '', '2001-01-01T00:00:00Z', inSeconds(31 * DAY_S)])(
    'is rejected for "%s"',
    async (scheduledAt) => {
      const refused = { statusCode: 422, name: 'validation_error' };
      const { body } = await callApi(stack.api, {
        method: 'POST',
        path: '/emails',
        body: { ...BASE, scheduled_at: scheduledAt },
      });
      expect(body).toMatchObject(refused);
      const id = await schedule('in 1 hour');
      expect(await fail(resend.emails.update({ id, scheduledAt }))).toMatchObject(refused);
    },
  );
});

test('a sent email can be neither rescheduled nor canceled', async () => {
  const { id } = await succeed(resend.emails.send(BASE));
  await waitForArrival(stack, id);
  const wrongState = { statusCode: 422, name: 'validation_error' };
  expect(await fail(resend.emails.cancel(id))).toMatchObject(wrongState);
  expect(await fail(resend.emails.update({ id, scheduledAt: 'in 1 hour' }))).toMatchObject(wrongState);
});

test('an email that does not exist can be neither rescheduled nor canceled', async () => {
  const notFound = { statusCode: 404, name: 'not_found' };
  expect(await fail(resend.emails.cancel(UNKNOWN_ID))).toMatchObject(notFound);
  expect(await fail(resend.emails.update({ id: UNKNOWN_ID, scheduledAt: 'in 1 hour' }))).toMatchObject(notFound);
});

test('rescheduling without a time is a missing field', async () => {
  const id = await schedule('in 1 hour');
  expect(await callApi(stack.api, { method: 'PATCH', path: `/emails/${id}`, body: {} })).toMatchObject({
    status: 422,
    body: { statusCode: 422, name: 'missing_required_field', message: 'Missing `scheduled_at` field.' },
  });
});

describe('simulated email', () => {
  const waitForEvent = (client: Resend, id: string, event: string) =>
    waitUntil(`last_event of ${id} being ${event}`, 30_000, async () => {
      const email = await succeed(client.emails.get(id));
      return email.last_event === event && email;
    });

  test.each([
    { to: 'delivered@resend.dev', event: 'delivered' },
    { to: 'delivered+label@resend.dev', event: 'delivered' },
    { to: 'bounced@resend.dev', event: 'bounced' },
    { to: 'bounced+1@resend.dev', event: 'bounced' },
    { to: 'complained@resend.dev', event: 'complained' },
    { to: 'Complained+A.b@Resend.dev', event: 'complained' },
    { to: 'suppressed@resend.dev', event: 'suppressed' },
    { to: 'suppressed+x@resend.dev', event: 'suppressed' },
  ])('to $to is $event and never leaves', async ({ to, event }) => {
    const { id } = await succeed(resend.emails.send({ ...BASE, to }));
    expect(arrivalsOf(stack, await waitForEvent(resend, id, event))).toEqual([]);
    const { body } = await callApi(stack.api, { path: `/emails/${id}/events` });
    expect((body as { data: { type: string }[] }).data.at(-1)?.type).toBe(event);
  });

  test('to a test address does not affect a real recipient of the same email', async () => {
    const { id } = await succeed(resend.emails.send({ ...BASE, to: ['bounced@resend.dev', 'bob@example.com'] }));
    const { received } = await waitForArrival(stack, id);
    expect(received.envelope.to).toEqual(['bob@example.com']);
  });

  test('with a test key has the status delivered but is never sent', async () => {
    const { status, body } = await callApi(stack.api, {
      method: 'POST',
      path: '/api-keys',
      body: { name: 'Tests', mode: 'test' },
    });
    expect([status, body]).toEqual([201, { id: expect.any(String), token: expect.any(String) }]);
    const client = new Resend((body as { token: string }).token, { baseUrl: stack.api.url });

    const acted = (await succeed(client.emails.send(BASE))).id;
    const bounced = (await succeed(client.emails.send({ ...BASE, to: 'bounced@resend.dev' }))).id;
    const scheduled = (await succeed(client.emails.send({ ...BASE, scheduledAt: inSeconds(1) }))).id;
    for (const [id, event] of [[acted, 'delivered'] as const, [bounced, 'bounced'] as const, [scheduled, 'delivered'] as const]) {
      expect(arrivalsOf(stack, await waitForEvent(client, id, event))).toEqual([]);
    }
  });
});
