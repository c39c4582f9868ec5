/** Creates a separate database for each test file. */
import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { testServers } from './test-servers.ts';

/** A database of one test. */
export interface TestDatabase {
  readonly url: string;
  /** Drops it, even while clients are connected. */
  readonly drop: () => Promise<void>;
}

/**
 * Creates a database on the PostgreSQL of this test run.
 *
 * @param fill fills a database, given its URL; without it, the database is empty. It is called once per test run of a package,
 *   and its database is copied, so a package must use one `fill` only.
 */
export async function createTestDatabase(fill?: (url: string) => Promise<void>): Promise<TestDatabase> {
  const { postgresUrl, template } = testServers();
  const name = `sendoff_test_${randomBytes(8).toString('hex')}`;
  if (fill !== undefined) await createTemplate(postgresUrl, template, fill);
  // template0 for an empty database, because template1 may have another encoding or objects of its own.
  await execute(
    postgresUrl,
    `CREATE DATABASE "${name}" TEMPLATE "${fill === undefined ? 'template0' : template}" ENCODING 'UTF8'`,
  );
  return { url: withDatabase(postgresUrl, name), drop: () => dropDatabase(postgresUrl, name) };
}

/** The URL of another database on the same server. */
export function withDatabase(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}

/** Drops a database if it exists, even while clients are connected. */
export function dropDatabase(serverUrl: string, name: string): Promise<void> {
  return execute(serverUrl, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
}

/**
 * Test files may run concurrently: the first one fills the template under a temporary name, so that it is not copied before it is
 * complete.
 */
async function createTemplate(serverUrl: string, name: string, fill: (url: string) => Promise<void>): Promise<void> {
  await withClient(serverUrl, async (client) => {
    await client.query('SELECT pg_advisory_lock(hashtext($1))', [name]);
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 1) return;
    const unfilled = `${name}_unfilled`;
    await client.query(`CREATE DATABASE "${unfilled}" TEMPLATE template0 ENCODING 'UTF8'`);
    try {
      await fill(withDatabase(serverUrl, unfilled));
      await client.query(`ALTER DATABASE "${unfilled}" RENAME TO "${name}"`);
    } catch (error) {
      // No other code drops it.
      await dropDatabase(serverUrl, unfilled);
      throw error;
    }
  });
}

function execute(url: string, statement: string): Promise<void> {
  return withClient(url, async (client) => {
    await client.query(statement);
  });
}

async function withClient(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
