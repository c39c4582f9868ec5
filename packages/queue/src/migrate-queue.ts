import { runMigrations } from 'bullmq';
import pg from 'pg';

/**
 * Brings BullMQ's own tables in `databaseUrl` up to date; needed only where the queue is kept in
 * PostgreSQL. Safe to repeat, and when several processes do it at once.
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
