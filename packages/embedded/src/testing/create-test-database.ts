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

/** Creates an empty database on the PostgreSQL of this run of tests. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { postgresUrl } = testServers();
  const name = `sendoff_test_${randomBytes(8).toString('hex')}`;
  // template0: the other template may have been given another encoding, or things of its own.
  await execute(postgresUrl, `CREATE DATABASE "${name}" TEMPLATE template0 ENCODING 'UTF8'`);
  return {
    url: withDatabase(postgresUrl, name),
    drop: () => execute(postgresUrl, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`),
  };
}

/** The same server, another database. */
export function withDatabase(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}

async function execute(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
