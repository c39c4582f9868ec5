/** Explains to the operator why a database cannot be used. */
import { commandLine } from '@sendoff/config';
import pg from 'pg';
import { appliedMigrations } from './migrations/applied-migrations.ts';
import { readMigrations } from './migrations/read-migrations.ts';

const OLDEST_VERSION = 150_000;
const CONNECT_TIMEOUT_MS = 5000;

/**
 * Checks that the database at `url` can be reached and written to, and has a supported version and the schema of this release.
 *
 * @returns a message with the problem and its fix, without credentials; null when there is none.
 */
export async function findDatabaseProblem(url: string): Promise<string | null> {
  const { host, pathname } = new URL(url);
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number; name: string; readOnly: boolean }>(
      `SELECT current_setting('server_version_num')::int AS version, current_setting('server_version') AS name,
        current_setting('transaction_read_only')::boolean AS "readOnly"`,
    );
    const [server] = rows;
    if (server !== undefined && server.version < OLDEST_VERSION) {
      return `PostgreSQL at ${host} has version ${server.name}; Sendoff needs 15 or newer.`;
    }
    const applied = await appliedMigrations(client);
    const { migrationDirectories } = await readMigrations();
    const missing = migrationDirectories.filter(({ path }) => !applied.has(path)).length;
    if (missing > 0) {
      return `The database at ${host}${pathname} lacks ${String(missing)} of the migrations of this release. Apply them with: ${commandLine('db:migrate')}`;
    }
    if (server?.readOnly === true) {
      return `The database at ${host}${pathname} is read-only. Correct DATABASE_URL where that is a standby, or let it be written to.`;
    }
    return null;
  } catch (error) {
    return `PostgreSQL at ${host} cannot be used: ${reasonOf(error)}`;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function reasonOf(error: unknown): string {
  const { code = '', message } = error as { code?: string; message: string };
  switch (code) {
    case 'ECONNREFUSED':
      return 'nothing listens there. Start it, or correct the host and port in DATABASE_URL.';
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'the host name is not known. Correct it in DATABASE_URL.';
    case '28P01':
    case '28000':
      return `it refused the user or the password (${message}). Correct them in DATABASE_URL.`;
    case '3D000':
      return `${message}. Create the database, or correct its name in DATABASE_URL.`;
    default:
      return `${message}.`;
  }
}
