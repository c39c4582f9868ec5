/** A Redis that accepts connections but does not work. Each test starts its own servers. */
import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, test } from '@jest/globals';
import { createLogger } from '@sendoff/runtime';
import { findFreePort, openFront, type OwnRedis, poll, redisVersion, startOwnRedis } from '@sendoff/testkit';
import { consumeDeliveries, consumeWebhooks, openDeliveryQueue, openWebhookQueue, type QueueLocation } from './index.ts';

const logger = createLogger({ name: 'test', level: 'silent' });
const releasers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const release of releasers.splice(0).reverse()) await release();
});

/** Longer than the socket timeout (15 s) and than BullMQ blocks for a job (5 s). */
const RECOVERY_MS = 40_000;

const hasRedis = redisVersion() !== undefined;
if (!hasRedis) {
  if (process.env['CI'] !== undefined && process.env['CI'] !== 'false') {
    throw new Error('There is no redis-server on the PATH; with CI set, the tests of a Redis in trouble must not be left out.');
  }
  process.stderr.write('The tests of a Redis in trouble are skipped: there is no redis-server on the PATH.\n');
}

async function startRedis(): Promise<OwnRedis> {
  const redis = await startOwnRedis(await findFreePort());
  releasers.push(redis.remove);
  return redis;
}

/** Starts a replica that is in sync with its master. */
async function startReplica(master: OwnRedis): Promise<OwnRedis> {
  const replica = await startRedis();
  await master.command('CONFIG SET repl-diskless-sync-delay 0');
  await master.command('SET marker 1');
  await replica.follow(master.port);
  await poll('the replica has what the master has', async () => (await replica.command('EXISTS marker')) === ':1', 20_000);
  return replica;
}

/** A proxy that stands for the address of Redis. */
async function openAddress(redis: OwnRedis) {
  const front = await openFront(0, redis.port);
  releasers.push(front.close);
  return { ...front, url: `redis://127.0.0.1:${String(front.port)}` };
}

const locate = (redisUrl: string): QueueLocation => ({
  databaseUrl: 'postgresql://127.0.0.1/unused',
  redisUrl,
  prefix: 'test',
});

function openQueue(redisUrl: string) {
  const queue = openDeliveryQueue({ ...locate(redisUrl), logger });
  releasers.push(() => queue.close());
  return queue;
}

/** Starts a consumer; resolves when it takes jobs. */
async function startConsumer(redisUrl: string) {
  const taken: string[] = [];
  const consumer = consumeDeliveries({
    ...locate(redisUrl),
    logger,
    concurrency: 5,
    deliver: ({ emailId }) => {
      taken.push(emailId);
      return Promise.resolve('done');
    },
  });
  releasers.push(() => consumer.close());
  await consumer.ready();
  return taken;
}

/** Resolves when newly enqueued jobs are delivered. */
async function untilJobsPass(queue: ReturnType<typeof openQueue>, taken: readonly string[]): Promise<void> {
  await poll('the queue can be used', () => queue.ping().then(...asBoolean), RECOVERY_MS);
  const emailId = randomUUID();
  // Enqueues again, as the sweep does, because the jobs of a demoted master are lost.
  const passes = async () => {
    await queue.enqueue([{ emailId, generation: 0 }]).catch(() => undefined);
    return taken.includes(emailId);
  };
  await poll('a job is taken', passes, RECOVERY_MS);
}

const asBoolean = [() => true, () => false] as const;

(hasRedis ? describe : describe.skip)('a Redis that refuses to write', () => {
  const troubles: Record<
    string,
    readonly [RegExp, (redis: OwnRedis) => Promise<unknown>, ((redis: OwnRedis) => Promise<unknown>)?]
  > = {
    'is a replica': [/READONLY/, (redis) => redis.follow(1), (redis) => redis.lead()],
    'is full': [/OOM/, (redis) => redis.setFull(true), (redis) => redis.setFull(false)],
    'holds back writes': [
      /did not answer|Command timed out/,
      (redis) => redis.command('CLIENT PAUSE 600000 WRITE'),
      (redis) => redis.command('CLIENT UNPAUSE'),
    ],
    'answers nothing': [/did not answer|Command timed out/, (redis) => redis.command('CLIENT PAUSE 4000 ALL')],
    'lacks replicas': [
      /NOREPLICAS/,
      (redis) => redis.command('CONFIG SET min-replicas-to-write 1'),
      (redis) => redis.command('CONFIG SET min-replicas-to-write 0'),
    ],
    'cannot save its data': [
      /MISCONF/,
      (redis) => redis.breakSaving(),
      (redis) => redis.command('CONFIG SET stop-writes-on-bgsave-error no'),
    ],
  };

  test.each(Object.entries(troubles))('because it %s is unavailable, and recovers without a restart', async (_, trouble) => {
    const [reason, begin, end] = trouble;
    const redis = await startRedis();
    const queue = openQueue(redis.url);
    const taken = await startConsumer(redis.url);
    await queue.ping();
    await untilJobsPass(queue, taken);

    await begin(redis);
    await expect(queue.ping()).rejects.toThrow(reason);
    await end?.(redis);
    await untilJobsPass(queue, taken);
  });

  test('causes no busy loop in a consumer, and lets it close', async () => {
    const redis = await startRedis();
    const queue = openQueue(redis.url);
    const taken = await startConsumer(redis.url);
    await untilJobsPass(queue, taken);
    await redis.follow(1);
    const before = process.cpuUsage();
    await new Promise((resolve) => setTimeout(resolve, 3000));
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1e6).toBeLessThan(1);
    await releasers.pop()?.();
  });

  test('does not keep a process alive after its consumer is closed', async () => {
    const redis = await startRedis();
    const address = await openAddress(redis);
    const before = countTimers();
    const taken = await startConsumer(address.url);
    const queue = openQueue(address.url);
    await untilJobsPass(queue, taken);
    address.vanish();
    for (const release of releasers.splice(2).reverse()) await release();
    await poll('no timer is left', () => countTimers() <= before);
  });
});

(hasRedis ? describe : describe.skip)('a Redis that fails over behind one address', () => {
  test('fails over to the new master when the old one is demoted and keeps its connections', async () => {
    const old = await startRedis();
    const next = await startReplica(old);
    const address = await openAddress(old);
    const queue = openQueue(address.url);
    const taken = await startConsumer(address.url);
    await untilJobsPass(queue, taken);

    await next.lead();
    address.leadTo(next.port);
    await old.follow(next.port);
    await untilJobsPass(queue, taken);
  });

  test('fails over to the new master when the old one disappears without closing connections', async () => {
    const old = await startRedis();
    const next = await startReplica(old);
    const address = await openAddress(old);
    const queue = openQueue(address.url);
    const taken = await startConsumer(address.url);
    await untilJobsPass(queue, taken);

    address.vanish();
    await expect(queue.ping()).rejects.toThrow(/did not answer|Command timed out|cannot be reached/);
    await next.lead();
    address.leadTo(next.port);
    address.comeBack();
    await untilJobsPass(queue, taken);
  });

  test('fails over for the webhook queue too', async () => {
    const old = await startRedis();
    const next = await startReplica(old);
    const address = await openAddress(old);
    const queue = openWebhookQueue({ ...locate(address.url), logger });
    releasers.push(() => queue.close());
    const taken: string[] = [];
    const look = ({ endpointId }: { endpointId: string }): Promise<void> => {
      taken.push(endpointId);
      return Promise.resolve();
    };
    const consumer = consumeWebhooks({ ...locate(address.url), logger, look });
    releasers.push(() => consumer.close());
    await consumer.ready();
    const passes = (endpointId: string) => () => {
      queue.note([endpointId]);
      return taken.includes(endpointId);
    };
    await poll('a job for an endpoint is taken', passes('before'));

    await next.lead();
    address.leadTo(next.port);
    await old.follow(next.port);
    await poll('a job for an endpoint is taken from the new master', passes('after'), RECOVERY_MS);
  });
});

(hasRedis ? describe : describe.skip)('a Redis that begins', () => {
  test('is unavailable while it loads its data, and recovers without a restart', async () => {
    const redis = await startRedis();
    const queue = openQueue(redis.url);
    const taken = await startConsumer(redis.url);
    await untilJobsPass(queue, taken);

    // A replica loads its master's data key by key, and answers LOADING on existing connections.
    const master = await startRedis();
    await master.command('CONFIG SET repl-diskless-sync-delay 0');
    for (let key = 0; key < 300; key += 1) await master.command(`SET key${String(key)} ${'x'.repeat(100)}`);
    await redis.command('CONFIG SET key-load-delay 20000');
    await redis.command('CONFIG SET loading-process-events-interval-bytes 1024');
    await redis.follow(master.port);
    const refusals = new Set<string>();
    await poll(
      'it answers LOADING',
      async () => {
        await queue.ping().catch((error: unknown) => refusals.add((error as Error).message.split(' ')[0] ?? ''));
        return refusals.has('LOADING') || [...refusals].some((each) => each === 'Redis');
      },
      20_000,
    );
    await poll('it has read it', () => redis.lead().then(...asBoolean), 20_000);
    await untilJobsPass(queue, taken);
  });

  test('is used, once it answers, by a queue that was opened before', async () => {
    const redis = await startRedis();
    await redis.command('CLIENT PAUSE 8000 ALL');
    const queue = openQueue(redis.url);
    const consuming = startConsumer(redis.url);
    await expect(queue.enqueue([{ emailId: randomUUID(), generation: 0 }])).rejects.toThrow();
    await untilJobsPass(queue, await consuming);
  });
});

/** The active handles that keep the process alive. */
const countTimers = (): number => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
