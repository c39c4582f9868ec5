import type pg from 'pg';

/**
 * Names of the migrations that the database has whole. Read directly, since loading the engine only
 * to learn that there is nothing to do would take longer.
 */
export async function appliedMigrations(client: pg.Client): Promise<Set<string>> {
  if (!(await hasMigrationTable(client))) return new Set();
  const { rows } = await client.query<{ migration_name: string }>(
    'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
  );
  return new Set(rows.map((row) => row.migration_name));
}

/** Whether anything was ever migrated there. */
export async function hasMigrationTable(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ found: string | null }>(`SELECT to_regclass('_prisma_migrations')::text AS found`);
  return rows[0]?.found != null;
}
