/** Brings a database to the schema of this release. */
import pg from 'pg';
import { appliedMigrations } from './applied-migrations.ts';
import { readMigrations } from './read-migrations.ts';
import { withSchemaEngine } from './schema-engine.ts';

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
 *   did is rolled back by PostgreSQL, and its row in `_prisma_migrations` keeps the reason.
 */
export async function applyMigrations(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const migrations = await readMigrations();
    const applied = await appliedMigrations(client);
    if (migrations.migrationDirectories.every(({ path }) => applied.has(path))) return [];

    return await withSchemaEngine(url, undefined, async (engine) => {
      const { appliedMigrationNames } = await engine.applyMigrations({
        migrationsList: migrations,
        filters: { externalTables: [], externalEnums: [] },
      });
      return appliedMigrationNames;
    });
  } finally {
    await client.end();
  }
}
