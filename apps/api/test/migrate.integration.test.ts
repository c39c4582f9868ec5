/** The built migrate command as a process. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { findDatabaseProblem } from '@sendoff/db';
import { createTestDatabase, type TestDatabase } from '@sendoff/testkit';
import { run } from './run.ts';

let database: TestDatabase;

beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.drop());

const migrate = (environment = {}) => run('migrate.js', [], { DATABASE_URL: database.url, ...environment });

describe('migrate', () => {
  test('brings an empty database up to date, names what it applied, and does nothing the second time', async () => {
    const first = await migrate();
    expect(first).toMatchObject({ code: 0, stderr: '', stdout: expect.stringMatching(/^Applied \d{14}_\w+\n/) });
    expect(await findDatabaseProblem(database.url)).toBeNull();
    expect(await migrate()).toEqual({ code: 0, stderr: '', stdout: 'The database is up to date.\n' });
  });

  test('two at once apply everything once', async () => {
    const [one, other] = await Promise.all([migrate(), migrate()]);
    expect([one.code, other.code]).toEqual([0, 0]);
    expect([one.stdout, other.stdout].sort()).toEqual([expect.stringMatching(/^Applied/), 'The database is up to date.\n']);
  });

  test('a database that is away is explained without its password, and it exits 1', async () => {
    const { code, stderr } = await migrate({ DATABASE_URL: 'postgresql://u:hunter2@127.0.0.1:1/x' });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^PostgreSQL at 127\.0\.0\.1:1 cannot be used/);
    expect(stderr).not.toContain('hunter2');
  });

  test('without DATABASE_URL it says so, and exits 1', async () => {
    expect(await run('migrate.js', [], {})).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('DATABASE_URL is not set'),
    });
  });
});
