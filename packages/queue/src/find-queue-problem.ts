/** Explains to the operator why a queue cannot be used and will not recover by itself. */
import { commandLine } from '@sendoff/config';
import { assertSchemaCompatibility, LATEST_SCHEMA_VERSION, SchemaMigrationRequiredError } from 'bullmq';
import pg from 'pg';
import type { QueueLocation } from './open-engine.ts';

const CONNECT_TIMEOUT_MS = 5000;

/**
 * Checks that a queue in PostgreSQL has the tables of this release. An unavailable Redis is not reported, since it is expected
 * to recover.
 *
 * @returns a message with the problem and its fix, without credentials; null when there is none.
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
      // Usually because the database was migrated with the queue in Redis.
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
