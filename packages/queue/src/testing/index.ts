/** Isolated queues for tests on shared servers. */
import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import pg from 'pg';
import type { QueueLocation } from '../open-engine.ts';
import { migrateQueue } from '../migrate-queue.ts';

/** The queue of a test. */
export interface TestQueue {
  readonly location: QueueLocation & { readonly prefix: string };
  /** Removes all jobs. */
  readonly wipe: () => Promise<void>;
  /** Removes its keys from Redis; tables in PostgreSQL are removed with the test database. */
  readonly remove: () => Promise<void>;
}

/** Creates a queue in the database of a test, or under its own prefix in Redis. */
export async function createTestQueue(databaseUrl: string, redisUrl: string | undefined): Promise<TestQueue> {
  const location = { databaseUrl, redisUrl, prefix: `sendoff-test-${randomUUID()}` };
  if (redisUrl === undefined) {
    await migrateQueue(databaseUrl);
    return { location, wipe: () => removeJobs(databaseUrl), remove: () => Promise.resolve() };
  }
  const wipe = (): Promise<void> => removeKeys(redisUrl, location.prefix);
  return { location, wipe, remove: wipe };
}

async function removeJobs(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('DELETE FROM bullmq.job');
  } finally {
    await client.end();
  }
}

async function removeKeys(url: string, prefix: string): Promise<void> {
  const redis = new Redis(url);
  try {
    for await (const keys of redis.scanStream({ match: `${prefix}:*`, count: 1000 })) {
      if ((keys as string[]).length > 0) await redis.del(...(keys as string[]));
    }
  } finally {
    redis.disconnect();
  }
}
