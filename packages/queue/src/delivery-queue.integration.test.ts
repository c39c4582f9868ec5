import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, test } from '@jest/globals';
import { createLogger } from '@sendoff/runtime';
import { createTestDatabase, queueEngines } from '@sendoff/testkit';
import pg from 'pg';
import {
  consumeDeliveries,
  findQueueProblem,
  migrateQueue,
  openDeliveryQueue,
  type DeliveryJobData,
  type QueueLocation,
} from './index.ts';
import { createTestQueue } from './testing/index.ts';

const logger = createLogger({ name: 'test', level: 'silent' });
const releasers: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const release of releasers.splice(0).reverse()) await release();
});

async function locate(redisUrl: string | undefined): Promise<QueueLocation> {
  const database = await createTestDatabase();
  releasers.push(() => database.drop());
  const queue = await createTestQueue(database.url, redisUrl);
  releasers.push(() => queue.remove());
  return queue.location;
}

function openQueue(location: QueueLocation) {
  const queue = openDeliveryQueue({ ...location, logger });
  releasers.push(() => queue.close());
  return queue;
}

/** Collects jobs in an array, for use with `until`. */
function collect(location: QueueLocation, fail: (job: DeliveryJobData) => boolean = () => false) {
  const jobs: (DeliveryJobData & { at: number })[] = [];
  const consumer = consumeDeliveries({
    ...location,
    logger,
    concurrency: 10,
    deliver: (job) => {
      jobs.push({ ...job, at: Date.now() });
      return fail(job) ? Promise.reject(new Error('as asked')) : Promise.resolve('done');
    },
  });
  releasers.push(() => consumer.close());
  return jobs;
}

async function until(condition: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const deadline = Date.now() + 15_000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`did not happen in time: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe.each(queueEngines())('the delivery queue on $name', ({ name, redisUrl }) => {
  test('delivers every job to the consumer, with only a reference to the email', async () => {
    const location = await locate(redisUrl);
    const queue = openQueue(location);
    expect(queue.engine).toBe(name);
    const ids = Array.from({ length: 50 }, () => randomUUID());
    await Promise.all(ids.map((emailId) => queue.enqueue([{ emailId, generation: 0 }])));
    const jobs = collect(location);
    await until(() => jobs.length >= ids.length, 'all jobs');
    expect(jobs.map(({ emailId }) => emailId).sort()).toEqual([...ids].sort());
    expect(jobs.every(({ generation }) => generation === 0)).toBe(true);
  });

  test('emails enqueued together share jobs, and a failing one does not affect the others', async () => {
    const location = await locate(redisUrl);
    const queue = openQueue(location);
    const ids = Array.from({ length: 20 }, () => randomUUID());
    await queue.enqueue(ids.map((emailId) => ({ emailId, generation: 0, mayShare: true })));
    expect(await queue.countWaiting()).toBe(3);
    expect((await queue.listJobs('waiting', 10)).map(({ emailId }) => emailId)).toEqual(ids.slice(0, 10));
    const jobs = collect(location, ({ emailId }) => emailId === ids[0]);
    await until(() => jobs.length >= ids.length, 'all emails');
    expect(jobs.map(({ emailId }) => emailId).sort()).toEqual([...ids].sort());
    await until(async () => (await queue.countJobs()).active === 0, 'the end of the jobs');
    expect(await queue.countJobs()).toEqual({ waiting: 0, active: 0, delayed: 0, failed: 0 });
  });

  test('a job with an email that was not begun is delivered again, on Redis before all others', async () => {
    const location = await locate(redisUrl);
    const queue = openQueue(location);
    const ids = Array.from({ length: 3 }, () => randomUUID());
    await queue.enqueue(ids.map((emailId) => ({ emailId, generation: 0, mayShare: true })));
    const later = randomUUID();
    await queue.enqueue([{ emailId: later, generation: 0 }]);
    let closing: Promise<void> | undefined;
    const stopped = consumeDeliveries({
      ...location,
      logger,
      concurrency: 1,
      deliver: ({ emailId }) => {
        closing ??= stopped.close();
        return Promise.resolve(emailId === ids[0] ? 'done' : 'not_begun');
      },
    });
    await until(() => closing !== undefined, 'the first job is taken');
    await closing;
    const waiting = (await queue.listJobs('waiting', 10)).map(({ emailId }) => emailId);
    expect(waiting).toEqual(name === 'redis' ? [...ids, later] : [later, ...ids]);
    const jobs = collect(location);
    await until(() => jobs.length === 4, 'all emails');
  });

  test('returns the creation time of the next job, and lists waiting jobs in processing order', async () => {
    const location = await locate(redisUrl);
    const queue = openQueue(location);
    expect(await queue.dateNextJob()).toBeNull();
    const before = Date.now();
    await queue.enqueue([{ emailId: 'first', generation: 0 }]);
    const between = Date.now();
    await new Promise((resolve) => setTimeout(resolve, 50));
    await queue.enqueue([{ emailId: 'second', generation: 0 }]);
    await queue.enqueue([{ emailId: 'third', generation: 0, delayMs: 60_000 }]);
    const next = (await queue.dateNextJob())?.getTime() ?? 0;
    expect(next).toBeGreaterThanOrEqual(before);
    expect(next).toBeLessThanOrEqual(between);
    expect((await queue.listJobs('waiting', 1)).map(({ emailId }) => emailId)).toEqual(['first']);
    expect((await queue.listJobs('waiting', 9)).map(({ emailId }) => emailId)).toEqual(['first', 'second']);
    expect((await queue.listJobs('delayed', 9)).map(({ emailId }) => emailId)).toEqual(['third']);
  });

  test('delivers emails with a lower priority number first, and counts and lists all waiting ones', async () => {
    const location = await locate(redisUrl);
    const queue = openQueue(location);
    const made = Date.now();
    const enqueue = (emailId: string, priority: number) => queue.enqueue([{ emailId, generation: 0, mayShare: true, priority }]);
    for (const n of [0, 1, 2]) await enqueue(`far behind ${String(n)}`, 7);
    await enqueue('behind', 1);
    const between = Date.now();
    await enqueue('first', 0);
    const order = ['first', 'behind', 'far behind 0', 'far behind 1', 'far behind 2'];

    expect(await queue.countWaiting()).toBe(5);
    expect(await queue.countJobs()).toMatchObject({ waiting: 5 });
    expect((await queue.listJobs('waiting', 9)).map(({ emailId }) => emailId)).toEqual(order);
    expect((await queue.listJobs('waiting', 2)).map(({ emailId }) => emailId)).toEqual(order.slice(0, 2));
    // The older of the next jobs with and without a priority: an email due before it has lost its job.
    const next = (await queue.dateNextJob())?.getTime() ?? 0;
    expect(next).toBeGreaterThanOrEqual(made);
    expect(next).toBeLessThanOrEqual(between);

    const taken: string[] = [];
    const consumer = consumeDeliveries({
      ...location,
      logger,
      concurrency: 1,
      deliver: ({ emailId }) => {
        taken.push(emailId);
        return Promise.resolve('done');
      },
    });
    await until(() => taken.length === 5, 'all emails');
    await consumer.close();
    expect(taken).toEqual(order);
    expect(await queue.dateNextJob()).toBeNull();
  });

  test('an email with a job gets no second one', async () => {
    const location = await locate(redisUrl);
    const queue = openQueue(location);
    const emailId = randomUUID();
    await queue.enqueue([{ emailId, generation: 3 }]);
    await queue.enqueue([{ emailId, generation: 3 }]);
    expect(await queue.countWaiting()).toBe(1);
    const jobs = collect(location);
    await until(async () => jobs.length > 0 && (await queue.countWaiting()) === 0, 'the job');
    expect(jobs).toHaveLength(1);
  });

  test('the id of a finished job can be used again, whether it succeeded or failed', async () => {
    const location = await locate(redisUrl);
    const queue = openQueue(location);
    const emailId = randomUUID();
    const jobs = collect(location, () => jobs.length === 1);
    await queue.enqueue([{ emailId, generation: 0 }]);
    await until(() => jobs.length === 1, 'the first run');
    await until(async () => {
      await queue.enqueue([{ emailId, generation: 0 }]);
      return jobs.length === 2;
    }, 'the second run');
  });

  test('a delayed job is not delivered early', async () => {
    const location = await locate(redisUrl);
    const queue = openQueue(location);
    const jobs = collect(location);
    const asked = Date.now();
    await queue.enqueue([{ emailId: randomUUID(), generation: 0, delayMs: 700 }]);
    await until(() => jobs.length === 1, 'the job');
    expect((jobs[0]?.at ?? 0) - asked).toBeGreaterThanOrEqual(699);
  });
});

test('enqueue rejects with the reason when Redis is unavailable', async () => {
  const queue = openQueue({ databaseUrl: 'postgresql://127.0.0.1/unused', redisUrl: 'redis://127.0.0.1:1' });
  await expect(queue.enqueue([{ emailId: randomUUID(), generation: 0 }])).rejects.toThrow();
  await expect(queue.ping()).rejects.toThrow();
});

describe('a queue in PostgreSQL without tables', () => {
  test('causes no busy loop, lets its consumer close, and is used once it has tables', async () => {
    const database = await createTestDatabase();
    releasers.push(() => database.drop());
    const location = { databaseUrl: database.url };
    expect(await findQueueProblem(location)).toMatch(
      /has no tables.*with REDIS_URL not set, by: (?:npx -y pnpm@12|pnpm) db:migrate/,
    );
    const closedSoon = consumeDeliveries({ ...location, logger, concurrency: 1, deliver: () => Promise.resolve('done') });
    const jobs = collect(location);

    const before = process.cpuUsage();
    await new Promise((resolve) => setTimeout(resolve, 3000));
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1e6).toBeLessThan(1.5);
    await closedSoon.close();

    await migrateQueue(database.url);
    expect(await findQueueProblem(location)).toBeNull();
    await openQueue(location).enqueue([{ emailId: randomUUID(), generation: 0 }]);
    await until(() => jobs.length === 1, 'a job is taken');
  });

  test('is reported as lacking migrations when it is of an earlier release', async () => {
    const { databaseUrl } = await locate(undefined);
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    await client.query('DELETE FROM bullmq.migration WHERE version = (SELECT max(version) FROM bullmq.migration)');
    await client.end();
    expect(await findQueueProblem({ databaseUrl })).toMatch(
      /lacks migrations of this release.*(?:npx -y pnpm@12|pnpm) db:migrate/,
    );
  });

  test('is not reported for a queue in Redis', async () => {
    const location = { databaseUrl: 'postgresql://127.0.0.1:1/none', redisUrl: 'redis://127.0.0.1:1' };
    expect(await findQueueProblem(location)).toBeNull();
  });
});
