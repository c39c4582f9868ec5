/** The migrate command: `node apps/api/dist/migrate.js`. Brings `DATABASE_URL` to the schema of this release. */
import { exitWith, loadAdminEnvironment, loadOrExit } from '@sendoff/config';
import { findDatabaseProblem } from '@sendoff/db';
import { applyMigrations } from '@sendoff/db/migrations';
import { migrateQueue } from '@sendoff/queue';

const { DATABASE_URL, REDIS_URL } = loadOrExit(loadAdminEnvironment);

try {
  const applied = await applyMigrations(DATABASE_URL);
  // BullMQ has migrations of its own, which say nothing about whether there was anything to do.
  if (REDIS_URL === undefined) await migrateQueue(DATABASE_URL);
  for (const name of applied) process.stdout.write(`Applied ${name}\n`);
  if (applied.length === 0) process.stdout.write('The database is up to date.\n');
} catch (error) {
  // A database that is there and lacks migrations is no explanation: that is what this was about.
  const problem = await findDatabaseProblem(DATABASE_URL);
  const reason = error instanceof Error ? error.message.trim() : String(error);
  exitWith(problem === null || problem.includes('lacks') ? `A migration failed: ${reason}` : problem);
}
