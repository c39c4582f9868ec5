/** The connection to PostgreSQL. */
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from './generated/client.ts';
import { notePool, poolOf, statementName } from './prepared-statement.ts';

/** Limits, in milliseconds, for transactions that move the bytes of attachments. */
export const LONG_TRANSACTION = { maxWait: 10_000, timeout: 60_000 } as const;

/** For several reads that must agree: they see the database as it stood at the first of them. */
export const SNAPSHOT = { ...LONG_TRANSACTION, isolationLevel: 'RepeatableRead' } as const;

/** Connections are replaced after so long, and with them plans that were made while a table was small. */
const CONNECTION_LIFETIME_S = 300;

/** Longer than any transaction may take. */
const MAX_STATEMENT_MS = 65_000;

/** What the verbs on the data work with. Made by {@link openDatabase}. */
export type Database = PrismaClient;

/**
 * Opens a pool of connections. Nothing is connected before the first query.
 *
 * @param options.url PostgreSQL URL.
 * @param options.maxConnections connections at most.
 * @param options.connectTimeoutMs after so long without a connection a query fails.
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
    // A server that is gone without a word must not hold a statement, and all that wait behind it, for ever.
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    query_timeout: MAX_STATEMENT_MS,
  });
  // A connection that breaks while nobody uses it is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  const adapter = new PrismaPg(pool, { statementNameGenerator: ({ sql }) => statementName(sql) });
  const database = new PrismaClient({ adapter, log: [] });
  notePool(database, pool);
  return database;
}

/**
 * Holds the planner to what every statement is written for, walking an index from few rows to few rows: a plan that
 * was made while a table was empty would read all of it for minutes.
 */
const PLANNER = [
  '-c enable_seqscan=off',
  '-c enable_hashjoin=off',
  '-c enable_mergejoin=off',
  // Plans that the settings above make look expensive are not worth compiling.
  '-c jit=off',
];

/**
 * The driver adapter sends times without their offset, and PostgreSQL would read them in whatever zone the server or
 * the database is set to.
 */
const TIME_ZONE = '-c TimeZone=UTC';

/** The same database with our settings; `options` in the URL may overrule those of the planner. */
function withSettings(url: string): string {
  const parsed = new URL(url);
  const options = parsed.searchParams.get('options');
  parsed.searchParams.set('options', [...PLANNER, ...(options === null ? [] : [options]), TIME_ZONE].join(' '));
  return parsed.href;
}

/** Resolves when the database answers and can be written to; rejects with the reason when not. */
export async function pingDatabase(database: Database): Promise<void> {
  // On for a standby, and where an administrator or a provider has made the database read-only.
  const [row] = await database.$queryRaw<{ readOnly: boolean }[]>`
    SELECT current_setting('transaction_read_only')::boolean AS "readOnly"`;
  if (row?.readOnly !== false) throw new Error('the database is read-only');
}

/** Ends every connection. To end them again does nothing. */
export async function closeDatabase(database: Database): Promise<void> {
  await database.$disconnect();
  const pool = poolOf(database);
  if (pool?.ending === false) await pool.end();
}
