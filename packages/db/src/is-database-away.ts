import { types } from 'node:util';

/** The driver adapter's description of an error of PostgreSQL or of the connection. */
interface AdapterError {
  readonly cause?: { readonly kind?: string; readonly originalCode?: string };
}

/** Error kinds of the driver adapter that do not come from the server, and so have no SQLSTATE. */
const AWAY_KINDS = new Set(['ConnectionClosed', 'DatabaseNotReachable', 'SocketTimeout', 'TlsConnectionError']);

/**
 * SQLSTATE of a server that cannot work now: connection lost (08), out of resources (53), shutting down or starting (57P0), no
 * such database (3D), authentication failed (28), read-only (25006), as on a standby or a server whose disk is nearly full.
 */
const AWAY_CODES = /^(?:08|53|57P0|3D|28|25006)/;

/** Node.js error codes for a server that cannot be reached, or whose certificate is not trusted. */
const NO_WAY = /^(?:E(?:CONN\w+|TIMEDOUT|PIPE|NOTFOUND|AI_\w+|HOSTUNREACH|NETUNREACH)|.*CERT.*|UNABLE_TO_\w+)$/;

/**
 * Whether an error means that the database is unavailable or overloaded, so that a retry may succeed; any other error is a bug.
 */
export function isDatabaseAway(error: unknown): boolean {
  if (!types.isNativeError(error)) return false;
  // Messages of the pool when it cannot provide a connection in time.
  if (/timeout exceeded when trying to connect|Connection terminated|not queryable|Query read timeout/.test(error.message))
    return true;
  const { code, meta } = error as { readonly code?: string; readonly meta?: { readonly driverAdapterError?: AdapterError } };
  // Prisma: the transaction could not begin or end within its limits.
  if (code === 'P2028') return true;
  // Statements that bypass Prisma fail with the driver's own error.
  if (code !== undefined && (AWAY_CODES.test(code) || NO_WAY.test(code))) return true;
  const { kind = '', originalCode = '' } = meta?.driverAdapterError?.cause ?? {};
  return AWAY_KINDS.has(kind) || AWAY_CODES.test(originalCode);
}
