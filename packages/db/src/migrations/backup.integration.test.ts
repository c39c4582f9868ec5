/** Runs the commands for backup and restore exactly as written in docs/operations.md. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createTestDatabase } from '@sendoff/testkit';
import { closeDatabase, openDatabase, type Database } from '../database.ts';
import { acceptSubmissions } from '../email/accept-submissions.ts';
import { getEmail } from '../email/get-email.ts';
import { sampleSubmission } from '../testing/index.ts';
import { applyMigrations } from './apply-migrations.ts';

/** The command after the service name, which Compose would run in the container. */
const IN_POSTGRES = 'docker compose -f docker/compose.yaml --env-file .env exec -T postgres';
const operations = readFileSync(resolve(import.meta.dirname, '../../../../docs/operations.md'), 'utf8');
const chapter = operations.slice(operations.indexOf('## Backup and restore')).split('\n## ')[0] ?? '';
const commands = chapter
  .replaceAll('\\\n', ' ')
  .split('\n')
  .filter((line) => line.startsWith(IN_POSTGRES))
  .map((line) => line.slice(IN_POSTGRES.length).trim());
const [backUp = '', ...restore] = commands;

let name: string;
let url: string;
let directory: string;
let drop: () => Promise<void>;

beforeEach(async () => {
  const created = await createTestDatabase();
  ({ url, drop } = created);
  name = new URL(url).pathname.slice(1);
  directory = mkdtempSync(join(tmpdir(), 'sendoff-backup-'));
  await applyMigrations(url);
});
afterEach(async () => {
  rmSync(directory, { recursive: true });
  await withDatabase(url, async (database) => {
    for (const other of ['restored', 'former']) await database.$executeRawUnsafe(`DROP DATABASE IF EXISTS "${other}_${name}"`);
  });
  await drop();
});

test('the chapter has one command for the backup, followed by those for the restore', () => {
  expect(commands.map((command) => command.split(' ')[0])).toEqual(['pg_dump', 'createdb', 'pg_restore', 'psql']);
});

test('a restore recovers the backup, also over the tables of a later release, and keeps the replaced database', async () => {
  if (!(await canDump())) {
    process.stdout.write('pg_dump is not installed, or older than the server: backup and restore are not tried\n');
    return;
  }
  const kept = sampleSubmission({ subject: 'Kept' });
  const lost = sampleSubmission({ subject: 'Accepted after the backup' });
  await withDatabase(url, (database) => acceptSubmissions(database, [kept]));
  run(backUp);
  await withDatabase(url, async (database) => {
    await acceptSubmissions(database, [lost]);
    // As a migration of the next release would do.
    await database.$executeRawUnsafe('CREATE TABLE "Later" (email uuid REFERENCES "EmailRecord" (id))');
    await database.$executeRawUnsafe('DELETE FROM "EmailRecord" WHERE id = $1::uuid', kept.id);
  });

  for (const command of restore) run(command);
  // The programs can start on it: its migrations are recorded as applied, and the email is still queued.
  await applyMigrations(url);
  await withDatabase(url, async (database) => {
    expect(await getEmail(database, kept.id, 'all')).toMatchObject({ subject: 'Kept', status: 'queued' });
    expect(await getEmail(database, lost.id, 'all')).toBeNull();
    const later = await database.$queryRawUnsafe(`SELECT to_regclass('"Later"')::text AS "table"`);
    expect(later).toEqual([{ table: null }]);
  });
  const before = new URL(url);
  before.pathname = `/former_${name}`;
  await withDatabase(before.href, async (database) =>
    expect(await getEmail(database, lost.id, 'all')).toMatchObject({ subject: 'Accepted after the backup' }),
  );
});

/** Runs a command of the chapter on the databases of this test. */
function run(command: string): void {
  const mine = command.replaceAll(/--username=postgres /g, '').replaceAll(/sendoff(?!\.dump|\w)/g, name);
  const { status, stderr } = spawnSync('bash', ['-euo', 'pipefail', '-c', mine], {
    cwd: directory,
    encoding: 'utf8',
    env: { ...process.env, ...connection() },
  });
  expect({ mine, status, stderr }).toMatchObject({ status: 0 });
}

/** Environment variables that point the PostgreSQL client programs to the test server. */
function connection(): Record<string, string> {
  const server = new URL(url);
  return {
    PGHOST: server.searchParams.get('host') ?? server.hostname,
    PGPORT: server.port === '' ? '5432' : server.port,
    PGUSER: decodeURIComponent(server.username),
    PGPASSWORD: decodeURIComponent(server.password),
  };
}

/** Whether pg_dump is installed and not older than the server, which it would refuse to dump. */
async function canDump(): Promise<boolean> {
  const { status, stdout } = spawnSync('pg_dump', ['--version'], { encoding: 'utf8' });
  const [server] = await withDatabase(
    url,
    (database) => database.$queryRaw<{ major: number }[]>`SELECT current_setting('server_version_num')::int / 10000 AS major`,
  );
  return status === 0 && Number(/ (\d+)/.exec(stdout)?.[1]) >= (server?.major ?? 0);
}

async function withDatabase<Result>(at: string, use: (database: Database) => Promise<Result>): Promise<Result> {
  const database = openDatabase({ url: at, maxConnections: 2 });
  try {
    return await use(database);
  } finally {
    await closeDatabase(database);
  }
}
