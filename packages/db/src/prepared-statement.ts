/** Statements that run for every email: prepared once per connection, and run by the driver without Prisma. */
import type pg from 'pg';
import type { PrismaClient, Prisma } from './generated/client.ts';

/**
 * A statement that begins with this comment is prepared once per connection, under the name in it: planning a statement of the
 * hot path takes PostgreSQL as long as running it.
 */
const PREPARED = /^\s*-- prepared: (\w+)\n/;

/** The name of a prepared statement; empty for a statement that is not prepared. */
export const statementName = (text: string): string => PREPARED.exec(text)?.[1] ?? '';

/** Runs raw SQL: the database, or a transaction. */
export interface Statements {
  /** Resolves to the rows. */
  $queryRaw<Rows>(query: TemplateStringsArray | Prisma.Sql, ...values: readonly unknown[]): Promise<Rows>;
  /** Resolves to the number of affected rows. */
  $executeRaw(query: TemplateStringsArray | Prisma.Sql, ...values: readonly unknown[]): Promise<number>;
}

const pools = new WeakMap<object, pg.Pool>();

/** Registers the connection pool of `client`. */
export function notePool(client: PrismaClient, pool: pg.Pool): void {
  pools.set(client, pool);
}

/** The connection pool of `client`; undefined for a transaction, which holds a single connection. */
export const poolOf = (client: object): pg.Pool | undefined => pools.get(client);

/**
 * Runs a statement that begins with `-- prepared: name`, and returns its rows.
 *
 * A raw statement through Prisma costs about a millisecond of CPU time, more than PostgreSQL needs for a few emails, and Prisma
 * keeps the last hundred with their parameters for debugging. So the statement goes directly to the pool that Prisma uses, or
 * runs on the connection of the transaction.
 *
 * Values are parsed by the driver: `timestamptz` as `Date`, `json` parsed, arrays as arrays, `bigint` as text.
 */
export function runPrepared<Row extends object>(client: Pick<Statements, '$queryRaw'>, statement: Prisma.Sql): Promise<Row[]> {
  const pool = poolOf(client);
  if (pool === undefined) return client.$queryRaw<Row[]>(statement);
  const { text } = statement;
  // Not awaited: an async frame would keep the statement and its long texts in memory until the rows arrive.
  return pool.query<Row>({ name: statementName(text), text, values: statement.values.map(asBytes) }).then(rowsOf);
}

const rowsOf = <Row extends object>({ rows }: pg.QueryResult<Row>): Row[] => rows;

/** Characters from which a text is sent as bytes. */
const LONG = 1024;

/**
 * Converts a long text to bytes, which are stored outside V8's heap: batched emails come to some hundred kilobytes, and as
 * strings they would stay on the heap longer than the statement. PostgreSQL accepts the bytes as the binary format of `text`
 * and `json`, but not of `jsonb`.
 */
const asBytes = (value: unknown): unknown => (typeof value === 'string' && value.length > LONG ? Buffer.from(value) : value);
