import { describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { createTestDatabase } from './create-test-database.ts';
import { queueEngines } from './queue-engines.ts';

async function ask(url: string, question: string): Promise<unknown[][]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<unknown[]>({ text: question, rowMode: 'array' })).rows;
  } finally {
    await client.end();
  }
}

describe('createTestDatabase', () => {
  test('creates a separate empty database for each caller', async () => {
    const [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()]);
    await ask(one.url, 'CREATE TABLE only_here (n integer)');
    expect(await ask(other.url, `SELECT to_regclass('only_here')`)).toEqual([[null]]);
    await Promise.all([one.drop(), other.drop()]);
  });

  test('copies a database that is filled once', async () => {
    let filled = 0;
    const fill = async (url: string): Promise<void> => {
      filled += 1;
      await ask(url, 'CREATE TABLE everywhere (n integer)');
    };
    const [one, other] = await Promise.all([createTestDatabase(fill), createTestDatabase(fill)]);
    await ask(one.url, 'INSERT INTO everywhere VALUES (1)');
    expect(await ask(other.url, 'SELECT count(*)::integer FROM everywhere')).toEqual([[0]]);
    expect(filled).toBe(1);
    await Promise.all([one.drop(), other.drop()]);
  });

  test('drops a database that is still in use', async () => {
    const database = await createTestDatabase();
    const lingering = new Client({ connectionString: database.url });
    lingering.on('error', () => undefined);
    await lingering.connect();
    await database.drop();
    await expect(ask(database.url, 'SELECT 1')).rejects.toThrow(/does not exist/);
    await lingering.end().catch(() => undefined);
  });
});

test('queue tests always run on PostgreSQL', () => {
  expect(queueEngines()[0]).toEqual({ name: 'postgres' });
});
