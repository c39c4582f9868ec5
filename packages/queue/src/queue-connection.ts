import type { QueueLocation } from './open-engine.ts';

/** The location of the queue from the environment of a program. */
export const queueConnection = ({
  DATABASE_URL: databaseUrl,
  REDIS_URL: redisUrl,
  REDIS_PREFIX: prefix,
}: {
  readonly DATABASE_URL: string;
  readonly REDIS_URL?: string | undefined;
  readonly REDIS_PREFIX?: string | undefined;
}): QueueLocation => ({ databaseUrl, redisUrl, prefix });
