/**
 * Runs once before all integration tests of a package: finds or starts the servers that they use.
 *
 * PostgreSQL is that of `DATABASE_URL`, or else a temporary one. Redis is that of `REDIS_URL`, or else one on its default port;
 * without Redis, its tests are skipped.
 */
import { randomBytes } from 'node:crypto';
import { loadLocalEnvironment, type LocalEnvironment } from '@sendoff/config';
import { readProcessEnvironment } from '@sendoff/devstack/environment';
import { dropDatabase } from './create-test-database.ts';
import { answersPing } from './find-redis.ts';
import { keepForTeardown } from './jest-global-teardown.ts';
import { TEST_POSTGRES_URL, TEST_REDIS_URL, TEST_TEMPLATE } from './test-servers.ts';
import { startThrowAwayPostgres } from './throw-away-postgres.ts';

const USUAL_REDIS = { host: '127.0.0.1', port: 6379 };

export default async function setUpTestServers(): Promise<void> {
  const raw = readProcessEnvironment();
  const environment = loadLocalEnvironment(raw);
  const redisUrl = await findRedis(environment, raw['CI'] !== undefined && raw['CI'] !== 'false');
  if (redisUrl !== undefined) process.env[TEST_REDIS_URL] = redisUrl;
  const template = `sendoff_template_${randomBytes(8).toString('hex')}`;
  process.env[TEST_TEMPLATE] = template;
  if (environment.DATABASE_URL === undefined) {
    const postgres = await startThrowAwayPostgres();
    process.env[TEST_POSTGRES_URL] = postgres.url;
    keepForTeardown(postgres.remove);
  } else {
    const url = environment.DATABASE_URL;
    process.env[TEST_POSTGRES_URL] = url;
    keepForTeardown(() => dropDatabase(url, template));
  }
}

async function findRedis(environment: LocalEnvironment, required: boolean): Promise<string | undefined> {
  // A configured Redis that is unavailable makes tests fail instead of skipping them.
  if (environment.REDIS_URL !== undefined) return environment.REDIS_URL;
  const { host, port } = USUAL_REDIS;
  if (await answersPing(host, port)) return `redis://${host}:${String(port)}`;

  const missing = `REDIS_URL is not set and no Redis answers at ${host}:${String(port)}`;
  if (required) throw new Error(`${missing}; the Redis tests must not be skipped when CI is set.`);
  process.stderr.write(`Skipping Redis tests: ${missing}.\n`);
  return undefined;
}
