import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Database } from './database.ts';
import { inTransaction } from './in-transaction.ts';
import { isDatabaseAway } from './is-database-away.ts';
import { openMigratedDatabase } from './testing/index.ts';

let database: Database;
let close: () => Promise<void>;

beforeAll(async () => {
  // A single connection: a transaction that leaves it unusable fails all later tests.
  ({ database, close } = await openMigratedDatabase({ maxConnections: 1 }));
  await database.$executeRaw`CREATE TABLE kept (word text UNIQUE, bytes bytea)`;
});
afterAll(() => close());

const words = async (): Promise<string[]> =>
  (await database.$queryRaw<{ word: string }[]>`SELECT word FROM kept ORDER BY word`).map(({ word }) => word);

test('commits the work and returns its result', async () => {
  const bytes = new Uint8Array(randomBytes(100_000));
  const result = await inTransaction(database, async (transaction) => {
    expect(await transaction.$executeRaw`INSERT INTO kept VALUES (${'one'}, ${bytes}), (${'two'}, ${null})`).toBe(2);
    return transaction.$queryRaw<{ word: string }[]>`SELECT word FROM kept WHERE bytes = ${bytes}`;
  });
  expect(result).toEqual([{ word: 'one' }]);
  expect(await words()).toEqual(['one', 'two']);
});

test('rolls back when the work rejects', async () => {
  const work = inTransaction(database, async (transaction) => {
    await transaction.$executeRaw`INSERT INTO kept VALUES (${'three'})`;
    throw new Error('a reason');
  });
  await expect(work).rejects.toThrow('a reason');
  expect(await words()).toEqual(['one', 'two']);
});

test('rolls back when a statement fails, and rejects with the reason', async () => {
  const work = inTransaction(database, async (transaction) => {
    await transaction.$executeRaw`INSERT INTO kept VALUES (${'three'})`;
    await transaction.$executeRaw`INSERT INTO kept VALUES (${'one'})`;
  });
  await expect(work).rejects.toMatchObject({ code: '23505' });
  expect(await words()).toEqual(['one', 'two']);
});

test('rejects when the work swallowed the error of a statement', async () => {
  const work = inTransaction(database, async (transaction) => {
    await transaction.$executeRaw`INSERT INTO kept VALUES (${'three'})`;
    await transaction.$executeRaw`INSERT INTO kept VALUES (${'one'})`.catch(() => undefined);
  });
  await expect(work).rejects.toThrow('rolled back');
  expect(await words()).toEqual(['one', 'two']);
});

test('rolls back when the connection is lost between two statements', async () => {
  const work = inTransaction(database, async (transaction) => {
    await transaction.$executeRaw`INSERT INTO kept VALUES (${'three'})`;
    await expect(transaction.$queryRaw`SELECT pg_terminate_backend(pg_backend_pid())`).rejects.toThrow();
    await transaction.$executeRaw`INSERT INTO kept VALUES (${'four'})`;
  });
  const error: unknown = await work.catch((reason: unknown) => reason);
  expect(isDatabaseAway(error)).toBe(true);
  expect(await words()).toEqual(['one', 'two']);
});
