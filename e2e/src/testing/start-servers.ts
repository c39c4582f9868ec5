import { startThrowAwayPostgres } from '@sendoff/testkit';
import setUpTestServers from '@sendoff/testkit/jest-global-setup';
import type { Releases } from './releases.ts';

/** The servers that Jest starts for tests, for use by a command: a PostgreSQL of its own, here with fsync, and the tests' Redis. */
export async function startServers(releases: Releases): Promise<{ readonly postgresUrl: string }> {
  const postgres = await startThrowAwayPostgres({ durable: true });
  releases.add(postgres.remove);
  process.env['DATABASE_URL'] = postgres.url;
  await setUpTestServers();
  return { postgresUrl: postgres.url };
}
