/** What `/readyz` and `/metrics` say of a database and a queue that answer and cannot be written to. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { findFreePort, poll, redisVersion, startOwnRedis } from '@sendoff/testkit';
import { addBacklogGauges, openMetrics } from '@sendoff/telemetry';
import { measureBacklog, pingDatabase } from '@sendoff/db';
import { startTestApi, type TestApi } from '../../test/start-test-api.ts';

const MAIL = { from: 'a@acme.example', to: 'b@example.com', subject: 'Hello', text: 'Hello' };
const releasers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const release of releasers.splice(0).reverse()) await release();
});

async function start(redisUrl?: string): Promise<TestApi> {
  const api = await startTestApi(redisUrl);
  releasers.push(() => api.close());
  return api;
}

/** The gauges as a program registers them, on the parts of this API. */
async function readGauge({ database, queue }: TestApi, name: string): Promise<string | undefined> {
  const metrics = openMetrics({ app: 'api', version: 'test' });
  addBacklogGauges(metrics, {
    readBacklog: () => measureBacklog(database),
    pingDatabase: () => pingDatabase(database),
    countJobs: () => queue.countWaiting(),
    pingQueue: () => queue.ping(),
  });
  const line = (await metrics.read()).split('\n').find((each) => each.startsWith(`${name} `));
  return line?.slice(name.length + 1);
}

describe('a database that is read-only', () => {
  test('is away: nothing is accepted, clients are told to repeat, and it is used again without a restart', async () => {
    const api = await start();
    const { token: key } = await api.createKey();
    expect(await api.ask('POST', '/emails', { key, body: MAIL })).toMatchObject({ status: 200 });
    const name = new URL(api.databaseUrl).pathname.slice(1);
    const setReadOnly = async (state: 'on' | 'off'): Promise<void> => {
      await api.database.$transaction([
        api.database.$executeRawUnsafe('SET TRANSACTION READ WRITE'),
        api.database.$executeRawUnsafe(`ALTER DATABASE "${name}" SET default_transaction_read_only = ${state}`),
      ]);
      // Connections have the setting from their beginning.
      await api.database.$executeRaw`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid()`;
      await api.database.$executeRaw`SELECT pg_terminate_backend(pg_backend_pid())`.catch(() => undefined);
    };

    await setReadOnly('on');
    await poll('the API meets the database that is read-only', async () => {
      const { status } = await api.ask('GET', '/readyz');
      return status === 503;
    });
    expect(await api.ask('GET', '/readyz')).toMatchObject({ status: 503, body: { checks: { database: 'unreachable' } } });
    expect(await api.ask('POST', '/emails', { key, body: MAIL })).toMatchObject({ status: 503 });
    expect(await readGauge(api, 'sendoff_database_up')).toBe('0');
    expect(await readGauge(api, 'sendoff_queue_up')).toBe('0');

    await setReadOnly('off');
    await poll('the API can write again', async () => (await api.ask('GET', '/readyz')).body['status'] === 'ready');
    expect(await api.ask('POST', '/emails', { key, body: MAIL })).toMatchObject({ status: 200 });
  });
});

const hasRedis = redisVersion() !== undefined;
(hasRedis ? describe : describe.skip)('a Redis that is read-only or full', () => {
  test.each([
    ['read-only', 'follow'],
    ['full', 'fill'],
  ])('%s is degraded, emails are accepted, and it is used again without a restart', async (_, trouble) => {
    const redis = await startOwnRedis(await findFreePort());
    releasers.push(redis.remove);
    const api = await start(redis.url);
    const { token: key } = await api.createKey();
    expect(await api.ask('GET', '/readyz')).toMatchObject({ status: 200, body: { status: 'ready' } });

    await (trouble === 'follow' ? redis.follow(1) : redis.setFull(true));
    expect(await api.ask('GET', '/readyz')).toMatchObject({
      status: 200,
      body: { status: 'degraded', checks: { database: 'ok', queue: 'unreachable' } },
    });
    expect(await readGauge(api, 'sendoff_queue_up')).toBe('0');
    expect(await readGauge(api, 'sendoff_database_up')).toBe('1');
    expect(await api.ask('POST', '/emails', { key, body: MAIL })).toMatchObject({ status: 200 });

    await (trouble === 'follow' ? redis.lead() : redis.setFull(false));
    await poll('the queue is used again', async () => (await api.ask('GET', '/readyz')).body['status'] === 'ready');
    expect(await readGauge(api, 'sendoff_queue_up')).toBe('1');
    await api.ask('POST', '/emails', { key, body: MAIL });
    await poll('a job is made', async () => (await api.queue.countWaiting()) > 0);
  });
});
