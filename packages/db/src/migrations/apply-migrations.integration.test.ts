import { readFile } from 'node:fs/promises';
import { afterEach, describe, expect, test } from '@jest/globals';
import { createTestDatabase } from '@sendoff/testkit';
import pg from 'pg';
import { findDatabaseProblem } from '../find-database-problem.ts';
import { applyMigrations, settleMigration } from './apply-migrations.ts';
import { SCHEMA_FILE, schemaSql } from './schema-sql.ts';
import { InterruptedMigration } from './settle-failed-migrations.ts';

const drops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const drop of drops.splice(0)) await drop();
});

async function emptyDatabase(): Promise<string> {
  const database = await createTestDatabase();
  drops.push(() => database.drop());
  return database.url;
}

/** The complete schema as lines to compare. */
async function describeSchema(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ line: string }>(`
      SELECT format('%s.%s %s %s %s', table_name, column_name, udt_name, is_nullable, column_default) AS line
        FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> '_prisma_migrations'
      -- Without storage parameters, which the schema language has no words for.
      UNION ALL SELECT regexp_replace(indexdef, ' WITH \\(.*?\\)', '') FROM pg_indexes WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'
      -- And without checks, for the same reason.
      UNION ALL SELECT format('%s %s', conrelid::regclass, pg_get_constraintdef(oid)) FROM pg_constraint
        WHERE contype <> 'c' AND connamespace = 'public'::regnamespace AND conrelid::regclass::text <> '_prisma_migrations'
      UNION ALL SELECT format('%s %s', typname, enumlabel) FROM pg_enum JOIN pg_type ON pg_type.oid = enumtypid
      ORDER BY 1`);
    return rows.map(({ line }) => line);
  } finally {
    await client.end();
  }
}

async function execute(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql);
  await client.end();
}

describe('applyMigrations', () => {
  test('migrates an empty database to exactly the Prisma schema', async () => {
    const [migrated, drafted] = [await emptyDatabase(), await emptyDatabase()];
    await applyMigrations(migrated);
    const client = new pg.Client({ connectionString: drafted });
    await client.connect();
    await client.query(await schemaSql(drafted, await readFile(SCHEMA_FILE, 'utf8')));
    await client.end();
    expect(await describeSchema(migrated)).toEqual(await describeSchema(drafted));
  });

  test('does nothing the second time', async () => {
    const url = await emptyDatabase();
    expect(await applyMigrations(url)).not.toEqual([]);
    expect(await applyMigrations(url)).toEqual([]);
  });

  test('is safe to run concurrently', async () => {
    const url = await emptyDatabase();
    const applied = await Promise.all([applyMigrations(url), applyMigrations(url), applyMigrations(url)]);
    expect(applied.filter((names) => names.length > 0)).toHaveLength(1);
    expect(await findDatabaseProblem(url)).toBeNull();
  });
});

describe('a migration that failed', () => {
  const LAST = 'WHERE migration_name = (SELECT max(migration_name) FROM _prisma_migrations)';

  test('is rolled back, reports the reason, and is retried after the cause is fixed', async () => {
    const url = await emptyDatabase();
    // Conflicts with the type of a table that is created after others.
    await execute(url, 'CREATE TYPE "EmailTag" AS (mine int)');
    const complaint = '20261123010000_lists_and_wire: relation "EmailTag" already exists. It was rolled back.';
    await expect(applyMigrations(url)).rejects.toThrow(complaint);
    const schema = await describeSchema(url);
    await expect(applyMigrations(url)).rejects.toThrow(complaint);
    expect(await describeSchema(url)).toEqual(schema);
    // Added by the statement before the failed one.
    expect(schema).not.toContain('AttemptOutcome suppressed');

    await execute(url, 'DROP TYPE "EmailTag"');
    expect(await applyMigrations(url)).not.toEqual([]);
    expect(await findDatabaseProblem(url)).toBeNull();
  });

  test('fails when it would wait long for a table lock, so that no other statement waits behind it', async () => {
    const url = await emptyDatabase();
    await applyMigrations(url);
    const name = '20261124020000_trace_of_an_email';
    await execute(url, 'ALTER TABLE "EmailRecord" DROP COLUMN "traceparent"');
    await execute(url, `DELETE FROM _prisma_migrations WHERE migration_name = '${name}'`);
    const backup = new pg.Client({ connectionString: url });
    await backup.connect();
    try {
      await backup.query('BEGIN; SELECT FROM "EmailRecord"');
      await expect(applyMigrations(url)).rejects.toThrow(
        `${name}: another session, such as a backup or a long query, has locked a table`,
      );
      await backup.query('COMMIT');
    } finally {
      await backup.end();
    }
    expect(await applyMigrations(url)).toEqual([name]);
  }, 30_000);

  test.each(['applied', 'rolled-back'] as const)(
    'whose process ended during it must be settled by a person: %s',
    async (settlement) => {
      const url = await emptyDatabase();
      const applied = await applyMigrations(url);
      const last = applied.at(-1) ?? '';
      await execute(url, `UPDATE _prisma_migrations SET finished_at = NULL, applied_steps_count = 0 ${LAST}`);
      const whole = await describeSchema(url);
      await expect(applyMigrations(url)).rejects.toThrow(InterruptedMigration);
      await expect(applyMigrations(url)).rejects.toThrow(`--applied ${last}`);

      expect(await settleMigration(url, 'no_such_migration', settlement)).toBe(false);
      expect(await settleMigration(url, last, settlement)).toBe(true);
      // It was applied; if settled as rolled back, applying it again fails and changes nothing.
      if (settlement === 'applied') expect(await applyMigrations(url)).toEqual([]);
      else await expect(applyMigrations(url)).rejects.toThrow(`migration_name="${last}"`);
      expect(await describeSchema(url)).toEqual(whole);
    },
  );
});

describe('findDatabaseProblem', () => {
  test('reports missing migrations and how to apply them', async () => {
    expect(await findDatabaseProblem(await emptyDatabase())).toMatch(
      /lacks \d+ of the migrations.*(?:npx -y pnpm@12|pnpm) db:migrate/,
    );
  });

  test('reports a refused connection, without the password', async () => {
    const problem = await findDatabaseProblem('postgresql://sendoff:hunter2@127.0.0.1:1/sendoff');
    expect(problem).toMatch(/PostgreSQL at 127\.0\.0\.1:1 cannot be used: nothing listens there/);
    expect(problem).not.toContain('hunter2');
  });

  test('reports a read-only database', async () => {
    const url = new URL(await emptyDatabase());
    await applyMigrations(url.href);
    url.searchParams.set('options', '-c default_transaction_read_only=on');
    expect(await findDatabaseProblem(url.href)).toMatch(/is read-only. Correct DATABASE_URL/);
  });

  test('reports a database that does not exist, by name', async () => {
    const url = new URL(await emptyDatabase());
    url.pathname = '/no_such_database';
    expect(await findDatabaseProblem(url.href)).toMatch(/database "no_such_database" does not exist/);
  });
});
