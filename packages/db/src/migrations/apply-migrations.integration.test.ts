import { readFile } from 'node:fs/promises';
import { afterEach, describe, expect, test } from '@jest/globals';
import { createTestDatabase } from '@sendoff/embedded/testing';
import pg from 'pg';
import { findDatabaseProblem } from '../find-database-problem.ts';
import { applyMigrations } from './apply-migrations.ts';
import { SCHEMA_FILE, schemaSql } from './schema-sql.ts';

const drops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const drop of drops.splice(0)) await drop();
});

async function emptyDatabase(): Promise<string> {
  const database = await createTestDatabase();
  drops.push(() => database.drop());
  return database.url;
}

/** Everything that a schema consists of, as lines to compare. */
async function describeSchema(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ line: string }>(`
      SELECT format('%s.%s %s %s %s', table_name, column_name, udt_name, is_nullable, column_default) AS line
        FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> '_prisma_migrations'
      -- Without storage parameters, which the schema language has no words for.
      UNION ALL SELECT regexp_replace(indexdef, ' WITH \\(.*?\\)', '') FROM pg_indexes WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'
      UNION ALL SELECT format('%s %s', conrelid::regclass, pg_get_constraintdef(oid)) FROM pg_constraint
        WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text <> '_prisma_migrations'
      UNION ALL SELECT format('%s %s', typname, enumlabel) FROM pg_enum JOIN pg_type ON pg_type.oid = enumtypid
      ORDER BY 1`);
    return rows.map(({ line }) => line);
  } finally {
    await client.end();
  }
}

describe('applyMigrations', () => {
  test('leads an empty database to the Prisma schema, and nowhere else', async () => {
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

  test('is safe when several processes do it at once', async () => {
    const url = await emptyDatabase();
    const applied = await Promise.all([applyMigrations(url), applyMigrations(url), applyMigrations(url)]);
    expect(applied.filter((names) => names.length > 0)).toHaveLength(1);
    expect(await findDatabaseProblem(url)).toBeNull();
  });
});

describe('findDatabaseProblem', () => {
  test('says that migrations are missing and how to apply them', async () => {
    expect(await findDatabaseProblem(await emptyDatabase())).toMatch(/lacks \d+ of the migrations.*pnpm db:migrate/);
  });

  test('says where nothing listens, without the password', async () => {
    const problem = await findDatabaseProblem('postgresql://sendoff:hunter2@127.0.0.1:1/sendoff');
    expect(problem).toMatch(/PostgreSQL at 127\.0\.0\.1:1 cannot be used: nothing listens there/);
    expect(problem).not.toContain('hunter2');
  });

  test('says which database does not exist', async () => {
    const url = new URL(await emptyDatabase());
    url.pathname = '/no_such_database';
    expect(await findDatabaseProblem(url.href)).toMatch(/database "no_such_database" does not exist/);
  });
});
