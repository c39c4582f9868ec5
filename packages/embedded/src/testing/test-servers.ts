/** Where the tests find their servers; Jest's global setup says so in these variables. */

/** URL of a database on the PostgreSQL for tests, from which other databases can be created. */
export const TEST_POSTGRES_URL = 'TEST_POSTGRES_URL';
/** URL of the Redis for tests, where there is one. */
export const TEST_REDIS_URL = 'TEST_REDIS_URL';

/** Where the servers are. */
export interface TestServers {
  readonly postgresUrl: string;
  readonly redisUrl: string | undefined;
}

/** @throws {Error} outside a run of integration tests. */
export function testServers(): TestServers {
  const postgresUrl = process.env[TEST_POSTGRES_URL];
  if (postgresUrl === undefined) {
    throw new Error(
      'No PostgreSQL for tests: tests that need one are named *.integration.test.ts and run by `pnpm test:integration`.',
    );
  }
  return { postgresUrl, redisUrl: process.env[TEST_REDIS_URL] };
}
