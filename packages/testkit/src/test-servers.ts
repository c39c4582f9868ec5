/** The servers of a test run, passed from the global setup of Jest in these variables. */

/** URL of a database on the test PostgreSQL from which other databases can be created. */
export const TEST_POSTGRES_URL = 'TEST_POSTGRES_URL';
/** URL of the test Redis, if there is one. */
export const TEST_REDIS_URL = 'TEST_REDIS_URL';

/** Name of the template database of the test run. */
export const TEST_TEMPLATE = 'TEST_TEMPLATE';

/** The servers of a test run. */
export interface TestServers {
  readonly postgresUrl: string;
  /** Name of a database that is created on demand, and dropped at the end of the run. */
  readonly template: string;
  readonly redisUrl: string | undefined;
}

/** Returns the servers. @throws {Error} outside a run of integration tests. */
export function testServers(): TestServers {
  const { [TEST_POSTGRES_URL]: postgresUrl, [TEST_TEMPLATE]: template } = process.env;
  if (postgresUrl === undefined || template === undefined) {
    throw new Error(
      'No PostgreSQL for tests: tests that need one are named *.integration.test.ts and run by `pnpm test:integration`.',
    );
  }
  return { postgresUrl, template, redisUrl: process.env[TEST_REDIS_URL] };
}
