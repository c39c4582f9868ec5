/** What keeps a queue from being used for good, in words for the person who is to mend it. */
import { commandLine } from '@sendoff/config';
import { assertSchemaCompatibility, LATEST_SCHEMA_VERSION, SchemaMigrationRequiredError } from 'bullmq';
import pg from 'pg';
import type { QueueLocation } from './engine.ts';

const CONNECT_TIMEOUT_MS = 5000;

/**
 * Looks whether the queue has the tables of this release, where it is kept in PostgreSQL. That Redis is
 * away is no problem of this kind: it comes back.
 *
 * @returns a sentence that says what is wrong and what to do, without credentials; null when nothing is.
 */
export async function findQueueProblem({ databaseUrl, redisUrl }: QueueLocation): Promise<string | null> {
  if (redisUrl !== undefined) return null;
  const { host, pathname } = new URL(databaseUrl);
  const where = `The queue in the database at ${host}${pathname}`;
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
  try {
    await client.connect();
    const version = await assertSchemaCompatibility(client);
    if (version >= LATEST_SCHEMA_VERSION) return null;
    return `${where} lacks migrations of this release. Apply them with: ${commandLine('db:migrate')}`;
  } catch (error) {
    if (error instanceof SchemaMigrationRequiredError) {
      // The usual way here: the database was migrated for a queue in Redis.
      return (
        `${where} has no tables. Set REDIS_URL, if the queue is to be in Redis; ` +
        `else make them, with REDIS_URL not set, by: ${commandLine('db:migrate')}`
      );
    }
    return `${where} cannot be used: ${(error as Error).message}`;
  } finally {
    await client.end().catch(() => undefined);
  }
}
