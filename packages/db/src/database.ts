/** The connection to PostgreSQL. */
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from './generated/client.ts';
import { notePool, poolOf, statementName } from './prepared-statement.ts';

/** Limits, in milliseconds, for transactions that move the bytes of attachments. */
export const LONG_TRANSACTION = { maxWait: 10_000, timeout: 60_000 } as const;

/** For several reads that must be consistent: all see the snapshot of the first one. */
export const SNAPSHOT = { ...LONG_TRANSACTION, isolationLevel: 'RepeatableRead' } as const;

/** Maximum age of a connection, so that plans made while a table was small are replaced. */
const CONNECTION_LIFETIME_S = 300;

/** Query timeout; longer than any transaction may take. */
const MAX_STATEMENT_MS = 65_000;

/** A database client, opened by {@link openDatabase}. */
export type Database = PrismaClient;

/**
 * Opens a connection pool. It connects at the first query.
 *
 * @param options.url PostgreSQL URL.
 * @param options.maxConnections size of the pool.
 * @param options.connectTimeoutMs longest wait for a connection before a query fails.
 */
export function openDatabase(options: {
  readonly url: string;
  readonly maxConnections: number;
  readonly connectTimeoutMs?: number;
}): Database {
  const pool = new pg.Pool({
    connectionString: withSettings(options.url),
    max: options.maxConnections,
    connectionTimeoutMillis: options.connectTimeoutMs ?? 5000,
    maxLifetimeSeconds: CONNECTION_LIFETIME_S,
    // Detects a server that disappeared without closing the connection; statements would otherwise wait forever.
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    query_timeout: MAX_STATEMENT_MS,
  });
  // The pool replaces an idle connection that breaks; without a listener the error would end the process.
  pool.on('error', () => undefined);
  const adapter = new PrismaPg(pool, { statementNameGenerator: ({ sql }) => statementName(sql) });
  const database = new PrismaClient({ adapter, log: [] });
  notePool(database, pool);
  return database;
}

/**
 * Makes the planner prefer index scans, for which every statement is written: a plan made while a table was empty would
 * otherwise scan the whole table later, for minutes.
 */
const PLANNER = [
  '-c enable_seqscan=off',
  '-c enable_hashjoin=off',
  '-c enable_mergejoin=off',
  // The settings above inflate cost estimates, which would trigger JIT compilation needlessly.
  '-c jit=off',
];

/**
 * The driver adapter sends times without an offset, which PostgreSQL would interpret in the time zone configured for the
 * server or the database.
 */
const TIME_ZONE = '-c TimeZone=UTC';

/** The URL with our settings; `options` in the URL override those of the planner. */
function withSettings(url: string): string {
  const parsed = new URL(url);
  const options = parsed.searchParams.get('options');
  parsed.searchParams.set('options', [...PLANNER, ...(options === null ? [] : [options]), TIME_ZONE].join(' '));
  return parsed.href;
}

/** Resolves when the database answers and can be written to; rejects with the reason when not. */
export async function pingDatabase(database: Database): Promise<void> {
  // True on a standby, and when an administrator or provider has made the database read-only.
  const [row] = await database.$queryRaw<{ readOnly: boolean }[]>`
    SELECT current_setting('transaction_read_only')::boolean AS "readOnly"`;
  if (row?.readOnly !== false) throw new Error('the database is read-only');
}

/** Closes all connections. Idempotent. */
export async function closeDatabase(database: Database): Promise<void> {
  await database.$disconnect();
  const pool = poolOf(database);
  if (pool?.ending === false) await pool.end();
}
