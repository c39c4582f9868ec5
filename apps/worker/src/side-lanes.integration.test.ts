import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { acceptSubmissions, cancelEmail, getEmail, newId, type Submission, type SubmittedAttachment } from '@sendoff/db';
import { sampleSubmission } from '@sendoff/db/testing';
import { queueEngines } from '@sendoff/testkit';
import { createWorld, release, releaseLater, type World } from '../test/create-world.ts';

afterEach(release);

const [engine] = queueEngines();
const redisUrl = engine?.redisUrl;
const SETTINGS = { ALLOW_PRIVATE_ADDRESSES: 'true', SHUTDOWN_TIMEOUT: '7s' };
const [GREEDY, OTHER] = [newId(), newId()];

/** A file server that records the requested paths. */
async function serve(answer: RequestListener) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  releaseLater(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  return { url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`, asked };
}

/** Answers with the path; a path with `drip` never completes. */
const filesOrDrips: RequestListener = (request, response) => {
  if (request.url?.startsWith('/drip') === true) response.write('x');
  else response.end(request.url);
};

const byUrl = (url: string): Partial<Submission> => ({ attachments: [{ ...FILE, url, bytes: null }] });
const FILE: Pick<SubmittedAttachment, 'filename' | 'contentType' | 'contentId'> = {
  filename: 'file.bin',
  contentType: null,
  contentId: null,
};

async function acceptMany(world: World, count: number, changes: Partial<Submission>): Promise<string[]> {
  const submissions = Array.from({ length: count }, () => sampleSubmission(changes));
  await acceptSubmissions(world.database, submissions);
  await world.queue.enqueue(submissions.map(({ id }) => ({ emailId: id, generation: 0 })));
  return submissions.map(({ id }) => id);
}

describe('attachments given by URL', () => {
  test('from a slow server delay neither mail nor attachments of another key, and use no attempt', async () => {
    const server = await serve(filesOrDrips);
    const world = await createWorld(redisUrl);
    await world.startWorker({ ...SETTINGS, WORKER_CONCURRENCY: '10' });
    const slow = await acceptMany(world, 110, { apiKeyId: GREEDY, ...byUrl(`${server.url}/drip`) });
    const plain = await acceptMany(world, 20, { apiKeyId: OTHER });
    const withFile = await acceptMany(world, 3, { apiKeyId: OTHER, ...byUrl(`${server.url}/quick`) });
    for (const id of [...plain, ...withFile]) await world.becomes(id, 'sent');
    expect(
      world.relay.received.filter(({ raw }) => raw.toString().includes(Buffer.from('/quick').toString('base64'))),
    ).toHaveLength(3);

    for (const id of slow) {
      const email = await getEmail(world.database, id, 'all');
      expect(email).toMatchObject({ status: 'queued', attemptCount: 0, retryCount: 0, attempts: [] });
      expect(email?.postponedReason).toMatch(/^fetching_attachments: /);
      expect(Number(email?.nextAttemptAt)).toBeGreaterThan(Date.now() - 1000);
    }
    // One host of a key gets at most half of the fetch slots.
    expect(server.asked.filter((path) => path === '/drip').length).toBeLessThanOrEqual(12);
  });

  test('are sent in the first attempt, after they were fetched', async () => {
    const server = await serve(filesOrDrips);
    const world = await createWorld(redisUrl);
    await world.startWorker(SETTINGS);
    const email = await world.becomes(await world.accept(byUrl(`${server.url}/report`)), 'sent');
    expect(email).toMatchObject({ attemptCount: 1, postponedReason: null });
    expect(world.relay.received[0]?.raw.toString()).toContain(Buffer.from('/report').toString('base64'));
    expect(server.asked).toEqual(['/report']);
  });

  test('that are unavailable fail the email, with a recorded attempt', async () => {
    const server = await serve((_request, response) => response.writeHead(404).end());
    const world = await createWorld(redisUrl);
    await world.startWorker(SETTINGS);
    const email = await world.becomes(await world.accept(byUrl(server.url)), 'failed');
    expect(email).toMatchObject({ attemptCount: 1, attempts: [{ outcome: 'failed', reason: 'attachment_unavailable' }] });
    expect(world.relay.received).toHaveLength(0);
  });

  test('are not fetched for test mail, nor for mail to test addresses', async () => {
    const server = await serve(filesOrDrips);
    const world = await createWorld(redisUrl);
    await world.startWorker(SETTINGS);
    const address = 'delivered@resend.dev';
    const simulated = { to: [address], recipients: [{ address, kind: 'to' as const }] };
    await world.becomes(await world.accept({ mode: 'test', ...byUrl(`${server.url}/a`) }), 'sent');
    await world.becomes(await world.accept({ ...simulated, ...byUrl(`${server.url}/b`) }), 'sent');
    expect(server.asked).toEqual([]);
  });

  test('being fetched when a worker stops are fetched by the next worker', async () => {
    let isDripping = true;
    const server = await serve((_request, response) => (isDripping ? void response.write('x') : void response.end('whole')));
    const world = await createWorld(redisUrl);
    const stop = await world.startWorker(SETTINGS);
    const id = await world.accept(byUrl(server.url));
    while (server.asked.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    await stop();
    const left = await getEmail(world.database, id, 'all');
    expect(left).toMatchObject({ status: 'queued', attemptCount: 0, postponedReason: null });
    isDripping = false;
    await world.startWorker(SETTINGS);
    expect(await world.becomes(id, 'sent')).toMatchObject({ attemptCount: 1 });
  });

  test('are dropped when the email is canceled during the fetch', async () => {
    const server = await serve(filesOrDrips);
    const world = await createWorld(redisUrl);
    const id = await world.accept({ scheduledAt: new Date(Date.now() + 300), ...byUrl(`${server.url}/drip`) }, false);
    const stop = await world.startWorker(SETTINGS);
    while (server.asked.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    await cancelEmail(world.database, id, 'all');
    await stop();
    expect(await getEmail(world.database, id, 'all')).toMatchObject({ status: 'canceled', attemptCount: 0 });
  });
});

describe('large emails', () => {
  test('of one key with a slow receiver hold no slots, and those of another key are sent', async () => {
    const isHung = (address: string) => address.endsWith('@hung.example');
    const world = await createWorld(redisUrl, { rcpt: ({ to }) => (isHung(to) ? 'hang' : undefined) });
    await world.startWorker({ ...SETTINGS, WORKER_CONCURRENCY: '5', MAIL_MAX_CONNECTIONS: '5' });
    const bytes = new Uint8Array(8 * 1024 * 1024);
    const large = { attachments: [{ ...FILE, url: null, bytes }] };
    const address = 'a@hung.example';
    const hung = await acceptMany(world, 12, {
      ...{ apiKeyId: GREEDY, to: [address], recipients: [{ address, kind: 'to' as const }] },
      ...large,
    });
    for (const id of await acceptMany(world, 20, { apiKeyId: OTHER })) await world.becomes(id, 'sent');
    const [other = ''] = await acceptMany(world, 1, { apiKeyId: OTHER, ...large });
    expect(await world.becomes(other, 'sent')).toMatchObject({ attemptCount: 1 });
    for (const id of hung) expect((await getEmail(world.database, id, 'all'))?.status).not.toBe('failed');
  });
});
