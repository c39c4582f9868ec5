/** Statements that every email goes through: prepared once in each connection, and carried out by the driver alone. */
import type pg from 'pg';
import type { PrismaClient, Prisma } from './generated/client.ts';

/**
 * A statement that begins with this comment is prepared under the name in it, once in each connection: planning
 * the ones that every email goes through takes PostgreSQL as long as carrying them out.
 */
const PREPARED = /^\s*-- prepared: (\w+)\n/;

/** The name to prepare a statement under; empty for one that is not to be. */
export const statementName = (text: string): string => PREPARED.exec(text)?.[1] ?? '';

/** What carries out raw SQL: the database, or a transaction. */
export interface Statements {
  /** Resolves with the rows. */
  $queryRaw<Rows>(query: TemplateStringsArray | Prisma.Sql, ...values: readonly unknown[]): Promise<Rows>;
  /** Resolves with the number of rows that were written. */
  $executeRaw(query: TemplateStringsArray | Prisma.Sql, ...values: readonly unknown[]): Promise<number>;
}

const pools = new WeakMap<object, pg.Pool>();

/** Notes the connections that `client` works on. */
export function notePool(client: PrismaClient, pool: pg.Pool): void {
  pools.set(client, pool);
}

/** The connections that `client` works on; undefined for a transaction, which has one of its own. */
export const poolOf = (client: object): pg.Pool | undefined => pools.get(client);

/**
 * Carries out a statement that begins with `-- prepared: name`, and returns its rows.
 *
 * Prisma's way to a raw statement costs a process about a millisecond of its one processor, and keeps the last hundred
 * with their parameters for its own debugging; a statement that brings a few emails on would cost more there than in
 * PostgreSQL. So it goes to the pool that Prisma works on too. A transaction carries it out on the connection that it
 * holds.
 *
 * Values arrive as the driver reads them: `timestamptz` as `Date`, `json` parsed, arrays as arrays, `bigint` as text.
 */
export function runPrepared<Row extends object>(client: Pick<Statements, '$queryRaw'>, statement: Prisma.Sql): Promise<Row[]> {
  const pool = poolOf(client);
  if (pool === undefined) return client.$queryRaw<Row[]>(statement);
  const { text } = statement;
  // Not awaited here: the frame would hold the statement, and the long texts in it, until the rows are there.
  return pool.query<Row>({ name: statementName(text), text, values: statement.values.map(asBytes) }).then(rowsOf);
}

const rowsOf = <Row extends object>({ rows }: pg.QueryResult<Row>): Row[] => rows;

/** Characters. */
const LONG = 1024;

/**
 * A long text as bytes, which lie outside V8's heap: as a string it would outlive the statement there, and emails that
 * are written together come to some hundred kilobytes. To PostgreSQL the bytes are the same value in binary format, for
 * `text` and `json`; for `jsonb` they would not be.
 */
const asBytes = (value: unknown): unknown => (typeof value === 'string' && value.length > LONG ? Buffer.from(value) : value);
