/** Bounces and complaints after a relay has accepted an email: their effect on the email, webhooks and later emails. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { queueEngines } from '@sendoff/testkit';
import { Resend } from 'resend';
import { readEmail, submitEmail, type EmailOnTheWire } from './testing/api-client.ts';
import { certificateFiles } from './testing/certificate-files.ts';
import { createReleases, type Releases } from './testing/releases.ts';
import { bounceOf, complaintOf } from './testing/reports.ts';
import { returnMessage } from './testing/return-message.ts';
import { startStack, type Stack } from './testing/start-stack.ts';
import { succeed } from './testing/succeed.ts';
import { arrivalsOf, waitForArrival, waitForStatus } from './testing/wait-for-status.ts';
import { waitUntil } from './testing/wait-until.ts';

const DOMAIN = 'bounces.acme.example';
/** Base32 (RFC 4648): the id of the email and its signature. */
const RETURN_PATH = /^bounce\+[a-z2-7]{45}@bounces\.acme\.example$/;
/** The webhook sweep runs after five seconds, in case the notification of workers was lost. */
const TOLD_LIMIT_MS = 20_000;

interface ToldEvent {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

describe.each(queueEngines())('with the queue on $name', ({ redisUrl }) => {
  const releases = createReleases();
  let stack: Stack;
  let resend: Resend;
  let told: readonly ToldEvent[];

  beforeAll(async () => {
    const files = await certificateFiles(releases);
    const settings = { ...files, RETURN_PATH_DOMAIN: DOMAIN, ALLOW_PRIVATE_ADDRESSES: 'true' };
    stack = await startStack(releases, { redisUrl, settings });
    await Promise.all([stack.startApi(), stack.startWorker(), stack.startSmtp()]);
    resend = new Resend(stack.api.key, { baseUrl: stack.api.url });
    const endpoint = await startEndpoint(releases);
    ({ told } = endpoint);
    await succeed(
      resend.webhooks.create({
        endpoint: endpoint.url,
        events: ['email.bounced', 'email.complained', 'email.suppressed', 'suppression.added'],
      }),
    );
  });
  afterAll(releases.releaseAll);

  const send = (to: string): Promise<string> =>
    submitEmail(stack.api, { from: 'Acme <hello@acme.example>', to, subject: 'Your order', text: 'It is on its way.' });
  const eventAbout = (type: string, key: string, value: string) =>
    waitUntil(`${type} of ${value}`, TOLD_LIMIT_MS, () => told.find((one) => one.type === type && one.data[key] === value));

  test('a bounce marks the email and its recipient, and suppresses the next email', async () => {
    const address = 'gone@example.com';
    const { email, received } = await waitForArrival(stack, await send(address));
    expect(received.envelope).toEqual({ from: expect.stringMatching(RETURN_PATH), to: [address] });
    expect(received.raw.toString()).toContain('From: Acme <hello@acme.example>\r\n');
    expect(email).toMatchObject({ last_event: 'sent', recipients: [{ feedback: null }] });

    expect(await returnMessage(stack.feedbackPort, received.envelope.from, bounceOf(received, address))).toMatch(/^250 /);
    // The reply is sent after the commit.
    expect(await readEmail(stack.api, email.id)).toMatchObject({
      status: 'sent',
      last_event: 'bounced',
      recipients: [
        {
          address,
          state: 'sent',
          feedback: { type: 'bounced', enhanced_code: '5.1.1', text: '550 5.1.1 No such user here' },
        },
      ],
    });
    expect((await eventAbout('email.bounced', 'email_id', email.id)).data).toMatchObject({ to: [address] });
    await eventAbout('suppression.added', 'email', address);
    await expectSuppressed(address, 'bounce', email);
  });

  test('a complaint suppresses the next email', async () => {
    const address = 'annoyed@example.com';
    const { email, received } = await waitForArrival(stack, await send(address));
    expect(await returnMessage(stack.feedbackPort, received.envelope.from, complaintOf(received, address))).toMatch(/^250 /);
    expect(await readEmail(stack.api, email.id)).toMatchObject({
      status: 'sent',
      last_event: 'complained',
      recipients: [{ address, feedback: { type: 'complained' } }],
    });
    await eventAbout('email.complained', 'email_id', email.id);
    await expectSuppressed(address, 'complaint', email);
  });

  test('a forged return path is rejected at RCPT TO and changes nothing', async () => {
    const address = 'here@example.com';
    const { email, received } = await waitForArrival(stack, await send(address));
    // The first character belongs to the id of the email.
    const forged = received.envelope.from.replace(/\+./, (start) => (start === '+b' ? '+c' : '+b'));
    for (const to of [forged, address]) {
      await expect(returnMessage(stack.feedbackPort, to, bounceOf(received, address))).rejects.toMatchObject({
        command: 'RCPT TO',
        responseCode: 550,
      });
    }
    expect(await readEmail(stack.api, email.id)).toEqual(email);
    expect(await resend.suppressions.get(address)).toMatchObject({ error: { statusCode: 404 } });
  });

  async function expectSuppressed(address: string, origin: 'bounce' | 'complaint', { id }: EmailOnTheWire): Promise<void> {
    expect(await succeed(resend.suppressions.get(address))).toMatchObject({ email: address, origin, source_id: id });
    const next = await waitForStatus(stack, await send(address), 'suppressed');
    expect(next).toMatchObject({ last_event: 'suppressed', recipients: [{ address, state: 'suppressed' }] });
    expect(arrivalsOf(stack, next)).toEqual([]);
    await eventAbout('email.suppressed', 'email_id', next.id);
  }
});

/** A webhook endpoint that records the events it receives. */
async function startEndpoint(releases: Releases): Promise<{ readonly url: string; readonly told: readonly ToldEvent[] }> {
  const told: ToldEvent[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      told.push(JSON.parse(Buffer.concat(chunks).toString()) as ToldEvent);
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  releases.add(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return { url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/hook`, told };
}
