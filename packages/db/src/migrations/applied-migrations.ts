import type pg from 'pg';

/**
 * Names of the completely applied migrations. Read directly, because loading the schema engine is slow and usually there is
 * nothing to apply.
 */
export async function appliedMigrations(client: pg.Client): Promise<Set<string>> {
  if (!(await hasMigrationTable(client))) return new Set();
  const { rows } = await client.query<{ migration_name: string }>(
    'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
  );
  return new Set(rows.map((row) => row.migration_name));
}

/** Whether the database has a table of migrations. */
export async function hasMigrationTable(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ found: string | null }>(`SELECT to_regclass('_prisma_migrations')::text AS found`);
  return rows[0]?.found != null;
}
