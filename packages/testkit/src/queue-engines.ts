/** The engines that a test of the queue is to run on. */
import { testServers } from './test-servers.ts';

/** One engine; `redisUrl` is the value of `REDIS_URL` that chooses it. */
export interface QueueEngine {
  readonly name: 'redis' | 'postgres';
  readonly redisUrl?: string;
}

/** PostgreSQL always, and Redis where one can be reached; for `describe.each`. */
export function queueEngines(): QueueEngine[] {
  const { redisUrl } = testServers();
  return [{ name: 'postgres' }, ...(redisUrl === undefined ? [] : [{ name: 'redis' as const, redisUrl }])];
}
