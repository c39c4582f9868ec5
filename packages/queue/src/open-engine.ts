/**
 * The choice between BullMQ's two engines: Redis if `REDIS_URL` is set, PostgreSQL otherwise.
 * Code outside this package does not depend on the choice.
 */
import type { Engine, EngineRole } from './engine.ts';
import { openPostgresEngine } from './postgres-engine.ts';
import { openRedisEngine } from './redis-engine.ts';

/** Where the queue is stored. */
export interface QueueLocation {
  readonly databaseUrl: string;
  readonly redisUrl?: string | undefined;
  /** Prefix that separates the keys of this deployment from others on the same Redis. */
  readonly prefix?: string | undefined;
}

/** Opens a connection without waiting for it. */
export function openEngine(location: QueueLocation, role: EngineRole): Engine {
  return location.redisUrl === undefined
    ? openPostgresEngine(location.databaseUrl, role)
    : openRedisEngine(location.redisUrl, location.prefix, role);
}
