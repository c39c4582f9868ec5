/** A database of its own for each file of tests. */
import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { testServers } from './test-servers.ts';

/** A database that only one test knows. */
export interface TestDatabase {
  readonly url: string;
  /** Deletes it, even while something is connected to it. */
  readonly drop: () => Promise<void>;
}

/**
 * Creates a database on the PostgreSQL of this run of tests.
 *
 * @param fill fills it, from a URL; without, it is empty. It is called once for a run of tests of a package, and its database
 *   copied. So there is one `fill` to a package.
 */
export async function createTestDatabase(fill?: (url: string) => Promise<void>): Promise<TestDatabase> {
  const { postgresUrl, template } = testServers();
  const name = `sendoff_test_${randomBytes(8).toString('hex')}`;
  if (fill !== undefined) await createTemplate(postgresUrl, template, fill);
  // template0 where it is to be empty: the other template may have been given another encoding, or things of its own.
  await execute(
    postgresUrl,
    `CREATE DATABASE "${name}" TEMPLATE "${fill === undefined ? 'template0' : template}" ENCODING 'UTF8'`,
  );
  return { url: withDatabase(postgresUrl, name), drop: () => dropDatabase(postgresUrl, name) };
}

/** The same server, another database. */
export function withDatabase(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}

/** Drops a database of that server, if there is one of this name, even while something is connected to it. */
export function dropDatabase(serverUrl: string, name: string): Promise<void> {
  return execute(serverUrl, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
}

/** Files of tests may run at the same time: the first to come fills the template, under a name that nobody copies yet. */
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
      // Nobody else would.
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
