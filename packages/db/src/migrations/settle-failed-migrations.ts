/** Settles migrations that were started and have no recorded end, which block the schema engine. */
import type pg from 'pg';
import { hasMigrationTable } from './applied-migrations.ts';

/** A person's decision about such a migration, after checking the schema. */
export type Settlement = 'applied' | 'rolled-back';

/** A migration whose process ended during it, so that only the schema shows whether it was applied. */
export class InterruptedMigration extends Error {
  constructor(name: string, begunAt: Date) {
    super(
      `${name} was begun at ${begunAt.toISOString()}, and its process ended before it could record how that went. ` +
        'PostgreSQL has applied it whole or not at all. ' +
        `Look whether what its migration.sql adds is there; then run the migrate command with \`--applied ${name}\` when it is, ` +
        `and with \`--rolled-back ${name}\` when it is not.`,
    );
  }
}

/**
 * Marks migrations that failed in PostgreSQL as rolled back, so that they are retried. This is correct because each migration
 * is sent as one message and so is one transaction; a test checks that none commits by itself. Call it under the migration
 * lock, or it could mark a migration that another process is applying.
 *
 * @throws {InterruptedMigration} for a migration that has neither an end nor an error.
 */
export async function settleFailedMigrations(client: pg.Client): Promise<void> {
  if (!(await hasMigrationTable(client))) return;
  await client.query(
    `UPDATE _prisma_migrations SET rolled_back_at = now()
      WHERE finished_at IS NULL AND rolled_back_at IS NULL AND logs <> ''`,
  );
  const { rows } = await client.query<{ migration_name: string; started_at: Date }>(
    'SELECT migration_name, started_at FROM _prisma_migrations WHERE finished_at IS NULL AND rolled_back_at IS NULL',
  );
  const [interrupted] = rows;
  if (interrupted !== undefined) throw new InterruptedMigration(interrupted.migration_name, interrupted.started_at);
}

/**
 * Records a person's decision about an interrupted migration.
 *
 * @returns whether there was an interrupted migration of this name.
 */
export async function settleInterruptedMigration(client: pg.Client, name: string, settlement: Settlement): Promise<boolean> {
  const { rowCount } = await client.query(
    settlement === 'applied'
      ? `UPDATE _prisma_migrations SET finished_at = now(), applied_steps_count = 1
          WHERE migration_name = $1 AND finished_at IS NULL AND rolled_back_at IS NULL`
      : `UPDATE _prisma_migrations SET rolled_back_at = now()
          WHERE migration_name = $1 AND finished_at IS NULL AND rolled_back_at IS NULL`,
    [name],
  );
  return (rowCount ?? 0) > 0;
}
