/** The migrate command. */
import { parseArgs } from 'node:util';
import { loadAdminEnvironment, loadOrExit } from '@sendoff/config';
import { exitWith } from '@sendoff/runtime';
import { findDatabaseProblem } from '@sendoff/db';
import { applyMigrations, settleMigration, type Settlement } from '@sendoff/db/migrations';
import { migrateQueue } from '@sendoff/queue';

/** Applies pending migrations; exits with an explanation if that fails. */
export async function runMigrate(): Promise<void> {
  const { DATABASE_URL, REDIS_URL } = loadOrExit(loadAdminEnvironment);
  try {
    await settleAsAsked(DATABASE_URL);
    const applied = await applyMigrations(DATABASE_URL);
    // The queue has its own migrations, which do not report what they applied.
    if (REDIS_URL === undefined) await migrateQueue(DATABASE_URL);
    for (const name of applied) process.stdout.write(`Applied ${name}\n`);
    if (applied.length === 0) process.stdout.write('The database is up to date.\n');
  } catch (error) {
    // Missing migrations are not the cause here: applying them is what failed.
    const problem = await findDatabaseProblem(DATABASE_URL);
    const reason = error instanceof Error ? error.message.trim() : String(error);
    exitWith(problem === null || problem.includes('lacks') ? `A migration failed: ${reason}` : problem);
  }
}

async function settleAsAsked(databaseUrl: string): Promise<void> {
  for (const [settlement, name] of readArguments()) {
    if (!(await settleMigration(databaseUrl, name, settlement))) {
      exitWith(`There is no interrupted migration ${name}; nothing was changed.`);
    }
    process.stdout.write(`Recorded ${name} as ${settlement}\n`);
  }
}

function readArguments(): readonly [Settlement, string][] {
  try {
    const { values } = parseArgs({ options: { applied: { type: 'string' }, 'rolled-back': { type: 'string' } } });
    return Object.entries(values).map(([settlement, name]) => [settlement as Settlement, name]);
  } catch (error) {
    exitWith(`${(error as Error).message}\nUsage: migrate [--applied NAME | --rolled-back NAME]`);
  }
}
