/** What became of migrations that were begun and have no end on record: the schema engine goes no further while there is one. */
import type pg from 'pg';
import { hasMigrationTable } from './applied-migrations.ts';

/** How such a migration is settled by a person who has looked. */
export type Settlement = 'applied' | 'rolled-back';

/** A migration whose process ended in the middle of it, so that only a look at the schema tells whether it was applied. */
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
 * Marks what PostgreSQL has refused as rolled back, so that it is tried again: a migration is sent as one
 * message and is one transaction (a test holds that none commits by itself), of which an error leaves nothing.
 * To be called under the migration lock, or it might mark what another process is doing.
 *
 * @throws {InterruptedMigration} for one that has neither an end nor an error.
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
 * Records what a person has found of an interrupted migration.
 *
 * @returns whether there was one of this name.
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
