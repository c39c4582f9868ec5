/** The engines that queue tests run on. */
import { testServers } from './test-servers.ts';

/** One engine; `redisUrl` is the value of `REDIS_URL` that chooses it. */
export interface QueueEngine {
  readonly name: 'redis' | 'postgres';
  readonly redisUrl?: string;
}

/** PostgreSQL, and Redis if it is available; for `describe.each`. */
export function queueEngines(): QueueEngine[] {
  const { redisUrl } = testServers();
  return [{ name: 'postgres' }, ...(redisUrl === undefined ? [] : [{ name: 'redis' as const, redisUrl }])];
}
