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

const pools = new WeakMap<object, pg.Pool>();

/** Notes the connections that `client` works on. */
export function notePool(client: PrismaClient, pool: pg.Pool): void {
  pools.set(client, pool);
}

/** The connections that `client` works on; undefined for a transaction, which has one of its own. */
export const poolOf = (client: Pick<PrismaClient, '$queryRaw'>): pg.Pool | undefined => pools.get(client);

/**
 * Carries out a statement that begins with `-- prepared: name`, and returns its rows.
 *
 * Prisma's way to a raw statement costs a process about a millisecond of its one processor, and keeps the last hundred
 * with their parameters for its own debugging; a statement that brings a few emails on would cost more there than in
 * PostgreSQL. So it goes to the pool that Prisma works on too. In a transaction it goes through Prisma, which holds the
 * connection.
 *
 * Values arrive as the driver reads them: `timestamptz` as `Date`, `json` parsed, arrays as arrays, `bigint` as text.
 */
export async function runPrepared<Row extends object>(
  client: Pick<PrismaClient, '$queryRaw'>,
  statement: Prisma.Sql,
): Promise<Row[]> {
  const pool = poolOf(client);
  if (pool === undefined) return client.$queryRaw<Row[]>(statement);
  const { text } = statement;
  const { rows } = await pool.query<Row>({ name: statementName(text), text, values: statement.values });
  return rows;
}
