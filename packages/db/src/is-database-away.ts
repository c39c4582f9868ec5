/** What the driver adapter says about an error of PostgreSQL or of the way to it. */
interface AdapterError {
  readonly cause?: { readonly kind?: string; readonly originalCode?: string };
}

/** Kinds of the driver adapter that say the server was not reached, or lets nobody in. */
const AWAY_KINDS = new Set([
  'AuthenticationFailed',
  'ConnectionClosed',
  'DatabaseAccessDenied',
  'DatabaseDoesNotExist',
  'DatabaseNotReachable',
  'SocketTimeout',
  'TlsConnectionError',
  'TooManyConnections',
]);

/** SQLSTATE of a server that is there and takes no work: connection lost (08), out of resources (53), shutting down or starting (57P). */
const AWAY_CODES = /^(?:08|53|57P0)/;

/**
 * Whether a verb on the data failed because the database is away or overloaded, so that the same may
 * succeed shortly; anything else is a mistake of ours.
 */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  // The pool's own words for having no connection to give, within its time limit.
  if (/timeout exceeded when trying to connect|Connection terminated/.test(error.message)) return true;
  const { code, meta } = error as { readonly code?: string; readonly meta?: { readonly driverAdapterError?: AdapterError } };
  // A transaction that could not begin or end within its limits.
  if (code === 'P2028') return true;
  const { kind = '', originalCode = '' } = meta?.driverAdapterError?.cause ?? {};
  return AWAY_KINDS.has(kind) || AWAY_CODES.test(originalCode);
}
