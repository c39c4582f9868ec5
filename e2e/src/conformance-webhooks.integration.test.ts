/** Webhooks with the `resend` package, and their signatures with the packages that verify them. */
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Resend } from 'resend';
import { Webhook as StandardWebhook } from 'standardwebhooks';
import { Webhook as SvixWebhook } from 'svix';
import { createReleases } from './testing/releases.ts';
import { startStack, type Stack } from './testing/start-stack.ts';
import { fail, succeed } from './testing/succeed.ts';
import { waitUntil } from './testing/wait-until.ts';

const UNKNOWN_ID = '019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b';
const EMAIL = { from: 'Acme <hello@acme.example>', to: 'ada@example.com', subject: 'Hello', text: 'It works.' };
const TAGS = [{ name: 'order', value: '17' }];

interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

const releases = createReleases();
const received: Received[] = [];
/** The responses of the endpoint to the next requests; 200 afterwards. */
const answers: number[] = [];
let stack: Stack;
let resend: Resend;
let endpoint: string;

beforeAll(async () => {
  stack = await startStack(releases, { settings: { ALLOW_PRIVATE_ADDRESSES: 'true' } });
  await Promise.all([stack.startApi(), stack.startWorker()]);
  resend = new Resend(stack.api.key, { baseUrl: stack.api.url });
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
      response.writeHead(answers.shift() ?? 200).end('noted');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  releases.add(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  endpoint = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/hook`;
});
afterAll(releases.releaseAll);

/** The requests received about an email. */
const about = (emailId: string) =>
  received
    .map((one) => ({ ...one, event: JSON.parse(one.body) as { type: string; data: Record<string, unknown> } }))
    .filter(({ event }) => event.data['email_id'] === emailId);

const eventAbout = (emailId: string, type: string) =>
  waitUntil<ReturnType<typeof about>[number]>(`${type} of ${emailId}`, 30_000, () =>
    Promise.resolve(about(emailId).find(({ event }) => event.type === type) ?? false),
  );

describe('webhooks.create, get, list, update and remove', () => {
  test('respond as the package expects', async () => {
    const { id, ...made } = await succeed(resend.webhooks.create({ endpoint, events: ['email.sent'] }));
    expect(made).toEqual({ object: 'webhook', signing_secret: expect.stringMatching(/^whsec_/) });
    expect(await succeed(resend.webhooks.get(id))).toMatchObject({
      id,
      ...made,
      endpoint,
      events: ['email.sent'],
      status: 'enabled',
    });
    expect(await succeed(resend.webhooks.update(id, { status: 'disabled', events: ['email.bounced'] }))).toEqual({
      object: 'webhook',
      id,
    });
    const { data, has_more: hasMore } = await succeed(resend.webhooks.list({ limit: 1 }));
    expect([hasMore, data]).toMatchObject([false, [{ id, status: 'disabled', events: ['email.bounced'] }]]);
    expect(await succeed(resend.webhooks.remove(id))).toEqual({ object: 'webhook', id, deleted: true });
    expect(await fail(resend.webhooks.get(id))).toMatchObject({ statusCode: 404, name: 'not_found' });
  });

  test('reject unknown ids and event types', async () => {
    expect(await fail(resend.webhooks.get(UNKNOWN_ID))).toMatchObject({ statusCode: 404, name: 'not_found' });
    const unknown = ['contact.renamed'] as unknown as ['contact.updated'];
    expect(await fail(resend.webhooks.create({ endpoint, events: unknown }))).toMatchObject({ statusCode: 422 });
    expect(await fail(resend.webhooks.events.get({ webhookId: UNKNOWN_ID, eventId: UNKNOWN_ID }))).toMatchObject({
      statusCode: 404,
    });
  });
});

describe('a webhook event', () => {
  test('can be verified with `resend`, `svix` and `standardwebhooks`, also while its secret is rotated', async () => {
    const { id, signing_secret: before } = await succeed(
      resend.webhooks.create({ endpoint, events: ['email.sent', 'email.delivered', 'email.scheduled', 'email.bounced'] }),
    );
    const { signing_secret: secret } = await succeed(resend.webhooks.rotateSigningSecret(id));
    expect(secret).not.toBe(before);
    const { id: emailId } = await succeed(resend.emails.send({ ...EMAIL, tags: TAGS }));
    const { headers, body } = await eventAbout(emailId, 'email.sent');

    for (const key of [secret, before]) {
      const verified = resend.webhooks.verify({
        payload: body,
        headers: {
          id: String(headers['svix-id']),
          timestamp: String(headers['svix-timestamp']),
          signature: String(headers['svix-signature']),
        },
        webhookSecret: key,
      });
      expect(verified).toMatchObject({
        type: 'email.sent',
        created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
        data: {
          email_id: emailId,
          message_id: expect.any(String),
          from: EMAIL.from,
          to: [EMAIL.to],
          subject: EMAIL.subject,
          tags: { order: '17' },
        },
      });
      const given = headers as Record<string, string>;
      expect(() => new SvixWebhook(key).verify(body, given)).not.toThrow();
      expect(new StandardWebhook(key).verify(body, given)).toEqual(JSON.parse(body));
    }
    await succeed(resend.webhooks.remove(id));
  });

  test('is sent for scheduled, bounced and delivered emails', async () => {
    const { id } = await succeed(
      resend.webhooks.create({ endpoint, events: ['email.scheduled', 'email.bounced', 'email.delivered', 'email.complained'] }),
    );
    const scheduled = await succeed(resend.emails.send({ ...EMAIL, scheduledAt: 'in 1 hour' }));
    await eventAbout(scheduled.id, 'email.scheduled');
    const bounced = await succeed(resend.emails.send({ ...EMAIL, to: 'bounced@resend.dev' }));
    expect((await eventAbout(bounced.id, 'email.bounced')).event.data).toMatchObject({
      bounce: {
        type: 'Permanent',
        subType: 'General',
        message: expect.any(String),
        diagnosticCode: [expect.stringContaining('550')],
      },
    });
    const complained = await succeed(resend.emails.send({ ...EMAIL, to: 'complained@resend.dev' }));
    await eventAbout(complained.id, 'email.delivered');
    await eventAbout(complained.id, 'email.complained');
    await succeed(resend.webhooks.remove(id));
  });
});

test('events can be listed, read and replayed, and every attempt is recorded', async () => {
  const { id: webhookId } = await succeed(resend.webhooks.create({ endpoint, events: ['email.sent'] }));
  answers.push(500);
  const { id: emailId } = await succeed(resend.emails.send(EMAIL));
  await waitUntil('the second attempt', 30_000, () => about(emailId).length >= 2);
  const [first, second] = about(emailId);
  expect(second?.headers['svix-id']).toBe(first?.headers['svix-id']);

  const eventId = String(first?.headers['webhook-id']);
  const event = await waitUntil('success', 30_000, async () => {
    const found = await succeed(resend.webhooks.events.get({ webhookId, eventId }));
    return found.status === 'success' ? found : false;
  });
  expect(event).toMatchObject({ object: 'webhook_event', id: eventId, type: 'email.sent', next_attempt_at: null });
  expect(event.payload).toEqual(JSON.parse(first?.body ?? ''));
  const list = await succeed(resend.webhooks.events.list({ webhookId, limit: 5 }));
  expect(list.data).toMatchObject([{ id: eventId, type: 'email.sent', status: 'success' }]);

  expect(await succeed(resend.webhooks.events.replay({ webhookId, eventId }))).toEqual({ object: 'webhook_event', id: eventId });
  await waitUntil('the replay', 30_000, () => about(emailId).length >= 3);
  expect(about(emailId)[2]?.body).toBe(first?.body);
  const attempts = await waitUntil('the third attempt in the ledger', 30_000, async () => {
    const found = await succeed(resend.webhooks.events.attempts.list({ webhookId, eventId }));
    return found.data[0]?.http_status_code === 200 && found.data.length === 3 ? found : false;
  });
  expect(attempts.data.map((attempt) => [attempt.http_status_code, attempt.response])).toEqual([
    [200, 'noted'],
    [200, 'noted'],
    [500, 'noted'],
  ]);
  const rest = await succeed(resend.webhooks.events.attempts.list({ webhookId, eventId, after: attempts.data[1]?.id ?? '' }));
  expect(rest.data).toHaveLength(1);
});
