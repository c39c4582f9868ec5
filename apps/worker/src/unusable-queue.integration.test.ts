/** Mail and webhooks are delivered while the queue is unavailable, and through the queue again after it recovers. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { createWebhook } from '@sendoff/db';
import { findFreePort, type OwnRedis, poll, redisVersion, startOwnRedis } from '@sendoff/testkit';
import { createWorld, release, releaseLater, type World } from '../test/create-world.ts';
import { startReceiver } from '../test/start-receiver.ts';

afterEach(release);

const hasRedis = redisVersion() !== undefined;
if (!hasRedis) {
  if (process.env['CI'] !== undefined && process.env['CI'] !== 'false') {
    throw new Error('There is no redis-server on the PATH; with CI set, the tests of a Redis in trouble must not be left out.');
  }
  process.stderr.write('The tests of a Redis in trouble are skipped: there is no redis-server on the PATH.\n');
}

/** A world, and how to break and repair its queue. */
interface TroubledWorld {
  readonly world: World;
  readonly begin: () => Promise<unknown>;
  readonly end: () => Promise<unknown>;
}

type Trouble = () => Promise<TroubledWorld>;

const REFUSE = `CREATE FUNCTION bullmq.refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    RAISE EXCEPTION 'cannot execute in a read-only transaction' USING ERRCODE = '25006';
  END $$`;
const REFUSE_JOBS = `CREATE TRIGGER refuse BEFORE INSERT OR UPDATE OR DELETE ON bullmq.job
  FOR EACH STATEMENT EXECUTE FUNCTION bullmq.refuse()`;
const PAUSE = `INSERT INTO bullmq.meta (queue, field, value) VALUES ('deliveries', 'paused', '1')`;

/** A queue in a separate Redis server. */
const onRedis =
  (begin: (redis: OwnRedis, prefix: string) => Promise<unknown>, end: (redis: OwnRedis, prefix: string) => Promise<unknown>) =>
  async (): Promise<TroubledWorld> => {
    const redis = await startOwnRedis(await findFreePort());
    releaseLater(redis.remove);
    const world = await createWorld(redis.url);
    // Cleaning up deletes keys, which a Redis that refuses writes would reject.
    const ended = () => end(redis, world.prefix);
    releaseLater(() => ended().catch(() => undefined));
    return { world, begin: () => begin(redis, world.prefix), end: ended };
  };

/** A queue in PostgreSQL; the statements run one after the other. */
const onPostgres = (begin: readonly string[], end: readonly string[]) => async (): Promise<TroubledWorld> => {
  const world = await createWorld(undefined);
  const run = (statements: readonly string[]) => async () => {
    for (const statement of statements) await world.database.$executeRawUnsafe(statement);
  };
  return { world, begin: run(begin), end: run(end) };
};

const TROUBLES: readonly (readonly [string, Trouble])[] = [
  ...(hasRedis
    ? ([
        [
          'Redis is read-only',
          onRedis(
            (redis) => redis.follow(1),
            (redis) => redis.lead(),
          ),
        ],
        [
          'Redis is full',
          onRedis(
            (redis) => redis.setFull(true),
            (redis) => redis.setFull(false),
          ),
        ],
        [
          'Redis does not respond',
          onRedis(
            (redis) => redis.command('CLIENT PAUSE 600000 WRITE'),
            (redis) => redis.command('CLIENT UNPAUSE'),
          ),
        ],
        [
          'Redis accepts jobs and delivers none',
          onRedis(
            (redis, prefix) => redis.command(`HSET ${prefix}:deliveries:meta paused 1`),
            (redis, prefix) => redis.command(`HDEL ${prefix}:deliveries:meta paused`),
          ),
        ],
      ] as const)
    : []),
  ['the queue in PostgreSQL rejects writes', onPostgres([REFUSE, REFUSE_JOBS], ['DROP TRIGGER refuse ON bullmq.job'])],
  [
    'the queue in PostgreSQL is missing',
    onPostgres(['ALTER TABLE bullmq.job RENAME TO away'], ['ALTER TABLE bullmq.away RENAME TO job']),
  ],
  ['the queue in PostgreSQL accepts jobs and delivers none', onPostgres([PAUSE], ['DELETE FROM bullmq.meta'])],
];

/** Accepts an email as the API does: enqueued if possible. */
async function accept({ accept: keep, queue }: World): Promise<string> {
  const emailId = await keep({}, false);
  queue.enqueue([{ emailId, generation: 0 }]).catch(() => undefined);
  return emailId;
}

describe.each(TROUBLES)('while %s', (_, trouble) => {
  test('each email is sent once, and through the queue again after recovery', async () => {
    const { world, begin, end } = await trouble();
    await world.startWorker();
    await world.becomes(await accept(world), 'sent');
    await begin();
    const ids = await Promise.all(Array.from({ length: 20 }, () => accept(world)));
    for (const id of ids) await world.becomes(id, 'sent');
    await end();
    await world.becomes(await accept(world), 'sent');
    const attempts = await world.database.deliveryAttempt.count();
    expect(attempts).toBe(22);
    expect(world.relay.received).toHaveLength(22);
  });
});

describe('without a queue', () => {
  const gone = onPostgres(['ALTER TABLE bullmq.job RENAME TO away'], []);

  test('workers share due emails, and none is sent twice', async () => {
    const { world, begin } = await gone();
    await world.startWorker({ WORKER_CONCURRENCY: '5' });
    await world.startWorker({ WORKER_CONCURRENCY: '5' });
    await begin();
    const ids = await Promise.all(Array.from({ length: 300 }, () => accept(world)));
    for (const id of ids) await world.becomes(id, 'sent');
    expect(world.relay.received).toHaveLength(300);
    const workers = await world.database.deliveryAttempt.groupBy({ by: ['worker'], _count: true });
    expect(workers.map(({ _count }) => _count).reduce((sum, count) => sum + count)).toBe(300);
    expect(Math.min(...workers.map(({ _count }) => _count))).toBeGreaterThan(30);
    expect(workers).toHaveLength(2);
  });

  test('a deferred email is retried, and its webhook is delivered', async () => {
    const { world, begin } = await gone();
    const receiver = await startReceiver((response) => response.writeHead(200).end());
    await createWebhook(world.database, { url: receiver.url, events: ['email.sent', 'email.delivery_delayed'] });
    await world.startWorker({ ALLOW_PRIVATE_ADDRESSES: 'true' });
    await begin();
    let refusals = 0;
    world.relay.follow({ rcpt: () => (refusals++ < 1 ? { code: 451, message: '4.7.1 Try again' } : undefined) });
    const id = await accept(world);
    const email = await world.becomes(id, 'sent');
    expect(email).toMatchObject({ attemptCount: 2 });
    await poll('the endpoint hears of both', () => receiver.events.length >= 2);
    expect(receiver.events.map(({ type }) => type).sort()).toEqual(['email.delivery_delayed', 'email.sent']);
  });
});
