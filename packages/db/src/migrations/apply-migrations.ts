/** Brings a database to the schema of this release. */
import pg from 'pg';
import { appliedMigrations, hasMigrationTable } from './applied-migrations.ts';
import { readMigrations } from './read-migrations.ts';
import { withSchemaEngine } from './schema-engine.ts';
import { settleFailedMigrations, settleInterruptedMigration, type Settlement } from './settle-failed-migrations.ts';

/** Session lock under which migrations are applied, so that processes starting together take turns. */
const MIGRATION_LOCK = 0x53454e44; // "SEND"

/**
 * Applies the migrations that the database at `url` does not have yet.
 *
 * Safe to repeat, and safe when several processes do it at once: the later ones wait for the first
 * and then find nothing to do.
 *
 * @returns the names of the migrations applied by this call, oldest first.
 * @throws when the database cannot be reached, or when a migration fails; what a failed migration
 *   did is rolled back by PostgreSQL, its row in `_prisma_migrations` keeps the reason, and the next
 *   call tries it again.
 * @throws {InterruptedMigration} when a process has ended in the middle of one.
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
 * Records what a person has found of a migration in the middle of which a process has ended.
 *
 * @returns whether there was one of this name.
 */
export function settleMigration(url: string, name: string, settlement: Settlement): Promise<boolean> {
  return withMigrationLock(url, async (client) => {
    if (!(await hasMigrationTable(client))) return false;
    return settleInterruptedMigration(client, name, settlement);
  });
}

/** The engine reports what PostgreSQL said between the lines of its own stack. */
function inPlainWords(error: unknown): unknown {
  const { message } = error as Error;
  const reason = /^Error querying the database: (?:ERROR: )?(.*)$/m.exec(message)?.[1];
  const name = /migration_name="([^"]+)"/.exec(message)?.[1];
  if (reason === undefined || name === undefined) return error;
  return new Error(`${name}: ${reason}. Nothing of it was kept. Mend the cause, and run the migrate command again.`, {
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
