/** Where the tests find their servers; Jest's global setup says so in these variables. */

/** URL of a database on the PostgreSQL for tests, from which other databases can be created. */
export const TEST_POSTGRES_URL = 'TEST_POSTGRES_URL';
/** URL of the Redis for tests, where there is one. */
export const TEST_REDIS_URL = 'TEST_REDIS_URL';

/** Name of the database on that PostgreSQL which the run's other databases are copied from. */
export const TEST_TEMPLATE = 'TEST_TEMPLATE';

/** Where the servers are. */
export interface TestServers {
  readonly postgresUrl: string;
  /** Name of a database that is made when it is first needed; the run drops it at its end. */
  readonly template: string;
  readonly redisUrl: string | undefined;
}

/** @throws {Error} outside a run of integration tests. */
export function testServers(): TestServers {
  const { [TEST_POSTGRES_URL]: postgresUrl, [TEST_TEMPLATE]: template } = process.env;
  if (postgresUrl === undefined || template === undefined) {
    throw new Error(
      'No PostgreSQL for tests: tests that need one are named *.integration.test.ts and run by `pnpm test:integration`.',
    );
  }
  return { postgresUrl, template, redisUrl: process.env[TEST_REDIS_URL] };
}
