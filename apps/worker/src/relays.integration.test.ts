import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from '@jest/globals';
import { acceptSubmissions, listAttempts } from '@sendoff/db';
import { sampleSubmission } from '@sendoff/db/testing';
import { queueEngines, startScriptedRelay } from '@sendoff/testkit';
import { createWorld, release, releaseLater, type World } from '../test/create-world.ts';

afterEach(release);

const [engine] = queueEngines();
const redisUrl = engine?.redisUrl;

const addressed = (address: string) => ({ to: [address], recipients: [{ address, kind: 'to' as const }] });

/** Accepts `count` emails to addresses of `domain`; the sweep enqueues them. */
async function acceptMany(world: World, domain: string, count: number): Promise<string[]> {
  const submissions = Array.from({ length: count }, (_, n) => sampleSubmission(addressed(`${String(n)}@${domain}`)));
  await acceptSubmissions(world.database, submissions);
  await world.queue.enqueue(submissions.map(({ id }) => ({ emailId: id, generation: 0 })));
  return submissions.map(({ id }) => id);
}

async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe('with two relays', () => {
  test('a failure of the first relay bounces no email, and the attempt records why it was skipped', async () => {
    const world = await createWorld(redisUrl);
    const picky = await startScriptedRelay({ credentials: { username: 'me', password: 'right' }, tls: 'starttls' });
    releaseLater(picky.close);
    const uncertain = `smtp://127.0.0.1:${String(picky.port)}`;
    const refused = `smtp://127.0.0.1:${String(await closedPort())}`;
    const wrong = `smtp://me:wrong@127.0.0.1:${String(picky.port)}?tls.rejectUnauthorized=false`;
    await world.startWorker({ MAIL_URL: [refused, uncertain, wrong, world.relay.url].join(',') });
    const ids = await acceptMany(world, 'example.com', 20);
    for (const id of ids) await world.becomes(id, 'sent');

    const attempts = (await Promise.all(ids.map((id) => listAttempts(world.database, id, 'all')))).flatMap((each) => each ?? []);
    expect(attempts).toHaveLength(20);
    for (const { outcome, relay, skippedRelays } of attempts) {
      expect({ outcome, relay }).toEqual({ outcome: 'sent', relay: world.relay.url });
      expect(skippedRelays).toMatchObject([
        { relay: refused, reason: 'connection_refused', message: expect.stringContaining('ECONNREFUSED') as unknown },
        { relay: uncertain, reason: 'certificate' },
        { relay: uncertain, reason: 'authentication' },
      ]);
      expect(JSON.stringify(skippedRelays)).not.toContain('wrong');
    }
  });

  test('an email waits with the reason while no relay works, and is sent when one recovers', async () => {
    const world = await createWorld(redisUrl, { connect: { code: 421, message: '4.3.2 Bye' } });
    const refused = `smtp://127.0.0.1:${String(await closedPort())}`;
    await world.startWorker({ MAIL_URL: `${refused},${world.relay.url}` });
    const id = await world.accept();
    const email = await world.becomes(id, 'deferred');
    expect(email).toMatchObject({ retryCount: 0, relayFailureCount: 1, recipients: [{ state: 'pending' }] });
    expect(email.attempts[0]).toMatchObject({
      outcome: 'relay_error',
      reason: 'service_closing',
      skippedRelays: [{ relay: refused, attempted: true, reason: 'connection_refused' }],
    });
    world.relay.follow({});
    await sleep(1000);
    await world.becomes(await world.accept(), 'sent');
  });
});

describe('an unresponsive recipient domain', () => {
  test('delays its own emails and no others', async () => {
    const isHung = (address: string) => address.endsWith('@hung.example');
    const world = await createWorld(redisUrl, { rcpt: ({ to }) => (isHung(to) ? 'hang' : undefined) });
    await world.startWorker({ WORKER_CONCURRENCY: '20', MAIL_MAX_CONNECTIONS: '10', SHUTDOWN_TIMEOUT: '7s' });
    const hung = await acceptMany(world, 'hung.example', 150);
    const others = await acceptMany(world, 'well.example', 50);
    for (const id of others) await world.becomes(id, 'sent');

    // Most were postponed without an attempt, with the reason.
    const postponed = await world.database.emailRecord.findMany({
      where: { id: { in: hung }, postponedReason: { startsWith: 'slow_receiver: hung.example' } },
    });
    expect(postponed.length).toBeGreaterThan(80);
    for (const email of postponed) expect(email).toMatchObject({ status: 'queued', attemptCount: 0, retryCount: 0 });
    expect(await world.database.deliveryAttempt.count({ where: { emailId: { in: hung } } })).toBeLessThanOrEqual(40);
    expect(await world.database.emailRecord.count({ where: { status: 'bounced' } })).toBe(0);

    // Meanwhile, others are sent at once.
    for (const id of await acceptMany(world, 'well.example', 50)) await world.becomes(id, 'sent');
    await world.becomes(await world.accept(addressed('a@third.example')), 'sent');
  });
});

test('emails beyond the rate limit of the relay are postponed in the table, each to its turn', async () => {
  const world = await createWorld(redisUrl);
  await world.startWorker({ MAIL_URL: `${world.relay.url}?rate=1/s`, WORKER_CONCURRENCY: '20', SHUTDOWN_TIMEOUT: '7s' });
  await acceptMany(world, 'example.com', 200);
  await world.relay.waitFor(5, 20_000);
  const times = world.relay.received.map(({ at }) => at);
  expect((times[4] ?? 0) - (times[0] ?? 0)).toBeGreaterThan(3500);
  // Simulated mail does not wait for a relay.
  const acted = await world.becomes(await world.accept(addressed('delivered@resend.dev')), 'sent');
  expect(acted.postponedReason).toBeNull();
  const waiting = await world.database.emailRecord.findMany({ where: { postponedReason: { startsWith: 'at_rate_limit' } } });
  expect(waiting.length).toBeGreaterThan(20);
  const turns = waiting.map(({ nextAttemptAt }) => Number(nextAttemptAt)).sort((a, b) => a - b);
  expect((turns.at(-1) ?? 0) - (turns[0] ?? 0)).toBeGreaterThan(15_000);
});

describe('a relay without SMTPUTF8', () => {
  test('gets the supported recipients, and the other one fails with a reason and no reply code', async () => {
    const world = await createWorld(redisUrl, { without: ['SMTPUTF8'] });
    await world.startWorker();
    const [jose, ann] = ['josé@example.com', 'ann@example.com'];
    const id = await world.accept({
      to: [jose, ann],
      recipients: [
        { address: jose, kind: 'to' },
        { address: ann, kind: 'to' },
      ],
    });
    const email = await world.becomes(id, 'sent');
    expect(email.recipients).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ address: ann, state: 'sent', replyCode: 250 }),
        expect.objectContaining({
          ...{ address: jose, state: 'bounced', replyCode: null, enhancedCode: null },
          replyText: expect.stringContaining('SMTPUTF8') as unknown,
        }),
      ]),
    );
    const [attempt] = (await listAttempts(world.database, id, 'all')) ?? [];
    expect(attempt).toMatchObject({ outcome: 'partial', reason: 'smtputf8_needed', replyCode: null });
    expect(world.relay.received.map(({ envelope }) => envelope.to)).toEqual([[ann]]);
    // The header still names it, in a form that every server accepts.
    expect(world.relay.received[0]?.raw.toString('latin1')).toMatch(/^To: =\?UTF-8\?Q\?jos=C3=A9=40example=2Ecom\?=:;/m);
  });
});

test('an address written in two ways gets one email, with the first spelling', async () => {
  const world = await createWorld(redisUrl);
  await world.startWorker();
  const id = await world.accept({
    ...{ to: ['Case2@example.com'], cc: ['CASE2@example.com'] },
    recipients: [{ address: 'case2@example.com', kind: 'to' }],
  });
  await world.becomes(id, 'sent');
  expect(world.relay.received.map(({ envelope }) => envelope.to)).toEqual([['Case2@example.com']]);
});
