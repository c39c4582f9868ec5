/** Checks whether an embedded PostgreSQL accepts connections. */
import { Client, DatabaseError } from 'pg';
import { SUPERUSER } from './initialise-cluster.ts';

const TIMEOUT_MS = 5000;

/** SQLSTATE class of a wrong user or password. */
const INVALID_AUTHORISATION = '28';

/** The URL of `database` on an embedded PostgreSQL. */
export const embeddedUrl = (server: { readonly port: number; readonly password: string }, database: string): string =>
  `postgresql://${SUPERUSER}:${server.password}@127.0.0.1:${String(server.port)}/${database}`;

/**
 * Tries to connect once.
 *
 * @throws {Error} when the server refuses the password, which retrying does not fix.
 */
export async function tryToConnect(server: {
  readonly port: number;
  readonly password: string;
}): Promise<'connected' | 'not yet'> {
  const client = new Client({ connectionString: embeddedUrl(server, 'postgres'), connectionTimeoutMillis: TIMEOUT_MS });
  // Errors while the connection is being closed are expected.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return 'connected';
  } catch (error) {
    if (error instanceof DatabaseError && error.code?.startsWith(INVALID_AUTHORISATION) === true) {
      throw new Error('The embedded PostgreSQL does not accept the password in secrets.json of SENDOFF_HOME.', {
        cause: error,
      });
    }
    return 'not yet';
  } finally {
    await client.end().catch(() => undefined);
  }
}
