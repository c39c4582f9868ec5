/** The roles that the script in docker/compose.yaml creates, tested on a separate PostgreSQL server. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import { startThrowAwayPostgres } from '@sendoff/testkit';
import { closeDatabase, openDatabase, type Database } from '../database.ts';
import { acceptSubmissions } from '../email/accept-submissions.ts';
import { getEmail } from '../email/get-email.ts';
import { findDatabaseProblem } from '../find-database-problem.ts';
import { sampleSubmission } from '../testing/index.ts';
import { applyMigrations } from './apply-migrations.ts';

const compose = readFileSync(resolve(import.meta.dirname, '../../../../docker/compose.yaml'), 'utf8');
/** The script as Compose passes it to the shell, with the role and database renamed: the original is the superuser here. */
const script = (/^ {8}exec psql [^]*?^ {8}END$/m.exec(compose)?.[0] ?? '')
  .replaceAll(/^ {8}/gm, '')
  .replaceAll(/\bsendoff\b/g, 'programs');

const version = spawnSync('psql', ['--version']);
const hasPsql = version.error === undefined && Number(/ (\d+)/.exec(version.stdout.toString())?.[1]) >= 15;
if (!hasPsql) process.stdout.write('psql 15 is not installed: the roles of the Compose file are not tried\n');

(hasPsql ? test : test.skip)(
  'the program role can use but not alter the tables, the owner role can migrate, and neither is a superuser',
  async () => {
    const postgres = await startThrowAwayPostgres();
    try {
      const server = new URL(postgres.url);
      const makeRoles = (programs: string): void => {
        const env = {
          ...{ PATH: process.env['PATH'], PGHOST: server.hostname, PGPORT: server.port },
          ...{ PGUSER: server.username, PGPASSWORD: server.password, OWNER_PASSWORD: 'owner', PROGRAM_PASSWORD: programs },
        };
        const { status, stderr } = spawnSync('sh', ['-c', script], { encoding: 'utf8', env });
        expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      };
      const urlOf = (role: string, password: string): string => `postgresql://${role}:${password}@${server.host}/programs`;
      makeRoles('first');
      await applyMigrations(urlOf('sendoff_owner', 'owner'));
      // The script runs at every start of Compose, possibly with another password.
      makeRoles('second');

      const url = urlOf('programs', 'second');
      expect(await findDatabaseProblem(url)).toBeNull();
      await withDatabase(url, async (database) => {
        const submission = sampleSubmission({ subject: 'Kept' });
        await acceptSubmissions(database, [submission]);
        expect(await getEmail(database, submission.id, 'all')).toMatchObject({ subject: 'Kept' });
        for (const statement of [
          'CREATE TABLE other (n int)',
          'DROP TABLE "EmailRecord"',
          'TRUNCATE "EmailRecord" CASCADE',
          'ALTER TABLE "ApiKey" DISABLE TRIGGER ALL',
          'CREATE SCHEMA other',
          'CREATE ROLE other',
          `COPY "EmailRecord" TO PROGRAM 'cat'`,
        ]) {
          await expect(database.$executeRawUnsafe(statement)).rejects.toThrow(/permission denied|must be owner/);
        }
      });
      for (const role of ['programs', 'sendoff_owner']) {
        await withDatabase(postgres.url, async (database) => {
          const [found] = await database.$queryRawUnsafe<object[]>(
            'SELECT rolsuper, rolcreaterole, rolcreatedb, rolbypassrls FROM pg_roles WHERE rolname = $1',
            role,
          );
          expect(found).toEqual({ rolsuper: false, rolcreaterole: false, rolcreatedb: false, rolbypassrls: false });
        });
      }
    } finally {
      await postgres.remove();
    }
  },
);

async function withDatabase<Result>(at: string, use: (database: Database) => Promise<Result>): Promise<Result> {
  const database = openDatabase({ url: at, maxConnections: 2 });
  try {
    return await use(database);
  } finally {
    await closeDatabase(database);
  }
}
