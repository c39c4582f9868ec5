import { types } from 'node:util';

/** What the driver adapter says about an error of PostgreSQL or of the way to it. */
interface AdapterError {
  readonly cause?: { readonly kind?: string; readonly originalCode?: string };
}

/** Kinds of the driver adapter for errors that come from no server, and so have no SQLSTATE. */
const AWAY_KINDS = new Set(['ConnectionClosed', 'DatabaseNotReachable', 'SocketTimeout', 'TlsConnectionError']);

/**
 * SQLSTATE of a server that is there and takes no work: connection lost (08), out of resources (53), shutting down or
 * starting (57P), no database of that name (3D), letting nobody in (28), read-only (25006), as a standby is and a server
 * whose disk is nearly full may be made.
 */
const AWAY_CODES = /^(?:08|53|57P0|3D|28|25006)/;

/** Codes of Node.js that say that there is no way to the server, or none that can be trusted. */
const NO_WAY = /^(?:E(?:CONN\w+|TIMEDOUT|PIPE|NOTFOUND|AI_\w+|HOSTUNREACH|NETUNREACH)|.*CERT.*|UNABLE_TO_\w+)$/;

/**
 * Whether a verb on the data failed because the database is away or overloaded, so that the same may
 * succeed shortly; anything else is a mistake of ours.
 */
export function isDatabaseAway(error: unknown): boolean {
  if (!types.isNativeError(error)) return false;
  // The pool's own words for having no connection to give, within its time limit.
  if (/timeout exceeded when trying to connect|Connection terminated|not queryable|Query read timeout/.test(error.message))
    return true;
  const { code, meta } = error as { readonly code?: string; readonly meta?: { readonly driverAdapterError?: AdapterError } };
  // A transaction that could not begin or end within its limits.
  if (code === 'P2028') return true;
  // Of a statement that passed Prisma by, the error is the driver's own.
  if (code !== undefined && (AWAY_CODES.test(code) || NO_WAY.test(code))) return true;
  const { kind = '', originalCode = '' } = meta?.driverAdapterError?.cause ?? {};
  return AWAY_KINDS.has(kind) || AWAY_CODES.test(originalCode);
}
