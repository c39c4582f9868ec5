/** Migrates a database to the schema of this release. */
import pg from 'pg';
import { appliedMigrations, hasMigrationTable } from './applied-migrations.ts';
import { readMigrations } from './read-migrations.ts';
import { withSchemaEngine } from './schema-engine.ts';
import { settleFailedMigrations, settleInterruptedMigration, type Settlement } from './settle-failed-migrations.ts';

/** Session-level advisory lock for migrating, so that processes that start together take turns. */
const MIGRATION_LOCK = 0x53454e44; // "SEND"

/**
 * Applies the pending migrations to the database at `url`.
 *
 * Idempotent and safe to run concurrently: later processes wait for the first and then find nothing to do.
 *
 * @returns the names of the migrations applied by this call, oldest first.
 * @throws when the database cannot be reached, or when a migration fails. PostgreSQL rolls a failed migration back, its row in
 *   `_prisma_migrations` keeps the reason, and the next call retries it.
 * @throws {InterruptedMigration} when an earlier process ended during a migration.
 */
export async function applyMigrations(url: string): Promise<string[]> {
  return withMigrationLock(url, async (client) => {
    const migrations = await readMigrations();
    const applied = await appliedMigrations(client);
    if (migrations.migrationDirectories.every(({ path }) => applied.has(path))) return [];

    await settleFailedMigrations(client);
    return withSchemaEngine(url, undefined, async (engine) => {
      const filters = { externalTables: [], externalEnums: [] };
      try {
        const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList: migrations, filters });
        return appliedMigrationNames;
      } catch (error) {
        throw inPlainWords(error);
      }
    });
  });
}

/**
 * Records a person's decision about an interrupted migration.
 *
 * @returns whether there was an interrupted migration of this name.
 */
export function settleMigration(url: string, name: string, settlement: Settlement): Promise<boolean> {
  return withMigrationLock(url, async (client) => {
    if (!(await hasMigrationTable(client))) return false;
    return settleInterruptedMigration(client, name, settlement);
  });
}

/** Extracts PostgreSQL's message from the engine's error, which embeds it in its own stack trace. */
function inPlainWords(error: unknown): unknown {
  const { message } = error as Error;
  const reason = /^Error querying the database: (?:ERROR: )?(.*)$/m.exec(message)?.[1];
  const name = /migration_name="([^"]+)"/.exec(message)?.[1];
  if (reason === undefined || name === undefined) return error;
  return new Error(`${name}: ${reason}. It was rolled back. Fix the cause and run the migrate command again.`, {
    cause: error,
  });
}

async function withMigrationLock<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    return await work(client);
  } finally {
    await client.end();
  }
}
