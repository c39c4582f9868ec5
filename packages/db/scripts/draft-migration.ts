/**
 * Drafts a migration from what has changed in prisma/schema.prisma since the last commit:
 *
 *   DATABASE_URL=postgresql://… pnpm --filter @sendoff/db migration NAME
 *
 * The engine wants a database to connect to, and does nothing there.
 *
 * Read the draft before you commit it: a test holds that all migrations together lead to the
 * schema, and nobody but you knows what must become of the rows that are there.
 */
import { spawnSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { loadAdminEnvironment, loadOrExit } from '@sendoff/config';
import { MIGRATIONS_DIRECTORY } from '../src/migrations/read-migrations.ts';
import { SCHEMA_FILE, schemaSql } from '../src/migrations/schema-sql.ts';

const [name] = process.argv.slice(2);
if (name === undefined || !/^[a-z][a-z0-9_]*$/.test(name)) {
  process.stderr.write('Name the migration in lower case with underscores, such as add_webhooks.\n');
  process.exit(2);
}

const committed = spawnSync('git', ['show', 'HEAD:./prisma/schema.prisma'], { encoding: 'utf8' });
const sql = await schemaSql(
  loadOrExit(loadAdminEnvironment).DATABASE_URL,
  await readFile(SCHEMA_FILE, 'utf8'),
  committed.status === 0 ? committed.stdout : undefined,
);
if (sql.split('\n').every((line) => line.trim() === '' || line.startsWith('--'))) {
  process.stdout.write('The schema is as it was committed.\n');
} else {
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const directory = new URL(`${stamp}_${name}/`, MIGRATIONS_DIRECTORY);
  await mkdir(directory, { recursive: true });
  await writeFile(new URL('migration.sql', directory), sql);
  process.stdout.write(`${directory.pathname}migration.sql\n`);
}
