import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Database } from './database.ts';
import { inTransaction } from './in-transaction.ts';
import { isDatabaseAway } from './is-database-away.ts';
import { openMigratedDatabase } from './testing/index.ts';

let database: Database;
let close: () => Promise<void>;

beforeAll(async () => {
  // One connection: a transaction that left it unusable would show in every test after it.
  ({ database, close } = await openMigratedDatabase({ maxConnections: 1 }));
  await database.$executeRaw`CREATE TABLE kept (word text UNIQUE, bytes bytea)`;
});
afterAll(() => close());

const words = async (): Promise<string[]> =>
  (await database.$queryRaw<{ word: string }[]>`SELECT word FROM kept ORDER BY word`).map(({ word }) => word);

test('commits what was done, and returns what came of it', async () => {
  const bytes = new Uint8Array(randomBytes(100_000));
  const result = await inTransaction(database, async (transaction) => {
    expect(await transaction.$executeRaw`INSERT INTO kept VALUES (${'one'}, ${bytes}), (${'two'}, ${null})`).toBe(2);
    return transaction.$queryRaw<{ word: string }[]>`SELECT word FROM kept WHERE bytes = ${bytes}`;
  });
  expect(result).toEqual([{ word: 'one' }]);
  expect(await words()).toEqual(['one', 'two']);
});

test('does nothing when the work fails', async () => {
  const work = inTransaction(database, async (transaction) => {
    await transaction.$executeRaw`INSERT INTO kept VALUES (${'three'})`;
    throw new Error('a reason');
  });
  await expect(work).rejects.toThrow('a reason');
  expect(await words()).toEqual(['one', 'two']);
});

test('does nothing when a statement fails, and says why', async () => {
  const work = inTransaction(database, async (transaction) => {
    await transaction.$executeRaw`INSERT INTO kept VALUES (${'three'})`;
    await transaction.$executeRaw`INSERT INTO kept VALUES (${'one'})`;
  });
  await expect(work).rejects.toMatchObject({ code: '23505' });
  expect(await words()).toEqual(['one', 'two']);
});

test('rejects when a failure was swallowed, after which PostgreSQL commits nothing', async () => {
  const work = inTransaction(database, async (transaction) => {
    await transaction.$executeRaw`INSERT INTO kept VALUES (${'three'})`;
    await transaction.$executeRaw`INSERT INTO kept VALUES (${'one'})`.catch(() => undefined);
  });
  await expect(work).rejects.toThrow('rolled back');
  expect(await words()).toEqual(['one', 'two']);
});

test('does nothing when its connection is lost between two statements', async () => {
  const work = inTransaction(database, async (transaction) => {
    await transaction.$executeRaw`INSERT INTO kept VALUES (${'three'})`;
    await expect(transaction.$queryRaw`SELECT pg_terminate_backend(pg_backend_pid())`).rejects.toThrow();
    await transaction.$executeRaw`INSERT INTO kept VALUES (${'four'})`;
  });
  const error: unknown = await work.catch((reason: unknown) => reason);
  expect(isDatabaseAway(error)).toBe(true);
  expect(await words()).toEqual(['one', 'two']);
});
