/** Queues for tests, apart from each other and from everything else on the same servers. */
import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import type { QueueLocation } from '../engine.ts';
import { migrateQueue } from '../migrate-queue.ts';

/** A queue of a test's own; `remove` leaves Redis as it was (PostgreSQL's goes with its database). */
export interface TestQueue {
  readonly location: QueueLocation & { readonly prefix: string };
  remove(): Promise<void>;
}

/** Makes room for a queue in the database of a test, or under a prefix of its own in Redis. */
export async function createTestQueue(databaseUrl: string, redisUrl: string | undefined): Promise<TestQueue> {
  const location = { databaseUrl, redisUrl, prefix: `sendoff-test-${randomUUID()}` };
  if (redisUrl === undefined) {
    await migrateQueue(databaseUrl);
    return { location, remove: () => Promise.resolve() };
  }
  return { location, remove: () => removeKeys(redisUrl, location.prefix) };
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
