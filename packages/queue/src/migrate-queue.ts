import { runMigrations } from 'bullmq';
import pg from 'pg';

/**
 * Migrates BullMQ's own tables in `databaseUrl`; needed only for a queue in PostgreSQL. Idempotent and safe to run
 * concurrently.
 */
export async function migrateQueue(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await runMigrations(client);
  } finally {
    await client.end();
  }
}
