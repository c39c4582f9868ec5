/** A queue in PostgreSQL whose tables exist but reject writes. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createLogger } from '@sendoff/runtime';
import { createTestDatabase, poll } from '@sendoff/testkit';
import pg from 'pg';
import { consumeDeliveries, openDeliveryQueue, type DeliveryQueue } from './index.ts';
import { createTestQueue } from './testing/index.ts';

const logger = createLogger({ name: 'test', level: 'silent' });
const RECOVERY_MS = 40_000;
const releasers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const release of releasers.splice(0).reverse()) await release();
});

/** Counts rejected writes with a sequence, which is not rolled back with the transaction. */
const REFUSE = `CREATE SEQUENCE bullmq.refused;
  CREATE FUNCTION bullmq.refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    PERFORM nextval('bullmq.refused');
    RAISE EXCEPTION 'cannot execute in a read-only transaction' USING ERRCODE = '25006';
  END $$;
  CREATE TRIGGER refuse BEFORE INSERT OR UPDATE OR DELETE ON bullmq.job FOR EACH STATEMENT EXECUTE FUNCTION bullmq.refuse()`;

let admin: pg.Client;
let queue: DeliveryQueue;
const taken: string[] = [];
let closeConsumer: () => Promise<void>;

beforeEach(async () => {
  const database = await createTestDatabase();
  releasers.push(() => database.drop());
  const { location } = await createTestQueue(database.url, undefined);
  admin = new pg.Client({ connectionString: database.url });
  await admin.connect();
  releasers.push(() => admin.end());
  const opened = openDeliveryQueue({ ...location, logger });
  queue = opened;
  releasers.push(() => opened.close());
  const consumer = consumeDeliveries({
    ...location,
    logger,
    concurrency: 5,
    deliver: ({ emailId }) => {
      taken.push(emailId);
      return Promise.resolve('done');
    },
  });
  closeConsumer = () => consumer.close();
  releasers.push(closeConsumer);
  await consumer.ready();
  await untilJobsPass();
});

async function untilJobsPass(): Promise<void> {
  const asBoolean = [() => true, () => false] as const;
  await poll('the queue can be used', () => queue.ping().then(...asBoolean), RECOVERY_MS);
  const emailId = randomUUID();
  await queue.enqueue([{ emailId, generation: 0 }]);
  await poll('a job is taken', () => taken.includes(emailId), RECOVERY_MS);
}

const run = async (...statements: string[]): Promise<void> => {
  for (const statement of statements) await admin.query(statement);
};

describe('a queue in PostgreSQL that rejects writes', () => {
  test.each([
    ['refuses', /read-only/, [REFUSE], ['DROP TRIGGER refuse ON bullmq.job']],
    ['is locked', /did not answer/, ['BEGIN', 'LOCK TABLE bullmq.job IN ACCESS EXCLUSIVE MODE'], ['ROLLBACK']],
    ['is gone', /does not exist/, ['ALTER TABLE bullmq.job RENAME TO away'], ['ALTER TABLE bullmq.away RENAME TO job']],
  ])('because its table %s is unavailable, and recovers without a restart', async (_, reason, begin, end) => {
    await run(...begin);
    await expect(queue.ping()).rejects.toThrow(reason);
    await expect(queue.enqueue([{ emailId: randomUUID(), generation: 0 }])).rejects.toThrow();
    await run(...end);
    await untilJobsPass();
  });

  test('is retried with pauses, by a consumer that can be closed', async () => {
    await run(REFUSE);
    // Without pauses there would be some thousand attempts.
    await poll('the consumer has met with refusals', async () => (await refusals()) > 0);
    const before = await refusals();
    await new Promise((resolve) => setTimeout(resolve, 3000));
    expect((await refusals()) - before).toBeLessThan(50);
    await closeConsumer();
  });
});

async function refusals(): Promise<number> {
  const { rows } = await admin.query<{ count: string }>(
    'SELECT CASE WHEN is_called THEN last_value ELSE 0 END AS count FROM bullmq.refused',
  );
  return Number(rows[0]?.count);
}
