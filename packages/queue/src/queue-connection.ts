import type { QueueLocation } from './engine.ts';

/** Where the environment of a program says that the queue is kept. */
export const queueConnection = ({
  DATABASE_URL: databaseUrl,
  REDIS_URL: redisUrl,
  REDIS_PREFIX: prefix,
}: {
  readonly DATABASE_URL: string;
  readonly REDIS_URL?: string | undefined;
  readonly REDIS_PREFIX?: string | undefined;
}): QueueLocation => ({ databaseUrl, redisUrl, prefix });
