/** Whether a PostgreSQL on this machine takes connections. */
import { Client, DatabaseError } from 'pg';
import { SUPERUSER } from './initialise-cluster.ts';

const TIMEOUT_MS = 5000;

/** Class of the SQLSTATE when the password or the user is wrong. */
const INVALID_AUTHORISATION = '28';

/** The URL of `database` on an embedded PostgreSQL. */
export const embeddedUrl = (server: { readonly port: number; readonly password: string }, database: string): string =>
  `postgresql://${SUPERUSER}:${server.password}@127.0.0.1:${String(server.port)}/${database}`;

/**
 * Tries once.
 *
 * @throws {Error} when the server is there and knows another password, which waiting does not mend.
 */
export async function tryToConnect(server: {
  readonly port: number;
  readonly password: string;
}): Promise<'connected' | 'not yet'> {
  const client = new Client({ connectionString: embeddedUrl(server, 'postgres'), connectionTimeoutMillis: TIMEOUT_MS });
  // A connection that breaks while it is being closed is no news.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return 'connected';
  } catch (error) {
    if (error instanceof DatabaseError && error.code?.startsWith(INVALID_AUTHORISATION) === true) {
      throw new Error('The embedded PostgreSQL has another password than the one kept in secrets.json of SENDOFF_HOME.', {
        cause: error,
      });
    }
    return 'not yet';
  } finally {
    await client.end().catch(() => undefined);
  }
}
