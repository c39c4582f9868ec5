/** Transactions on the driver, bypassing Prisma: for our own SQL with values of several megabytes. */
import type pg from 'pg';
import { LONG_TRANSACTION, type Database } from './database.ts';
import { Prisma } from './generated/client.ts';
import { poolOf, statementName, type Statements } from './prepared-statement.ts';

/**
 * Runs `work` in a transaction, which is rolled back when `work` rejects.
 *
 * Prisma would serialize the bytes of a file as base64 JSON, and parse them again, for every statement: for 7.5 MB that blocks
 * the event loop for a tenth of a second.
 *
 * Values are parsed as in `runPrepared`.
 *
 * @throws the driver's error when a statement fails, the connection is lost, or the transaction takes over a minute. After a
 *   failed COMMIT it is unknown whether the transaction was committed.
 */
export async function inTransaction<Result>(
  database: Database,
  work: (transaction: Statements) => Promise<Result>,
): Promise<Result> {
  const pool = poolOf(database);
  if (pool === undefined) throw new TypeError('A transaction begins on a database, not within another transaction');
  const deadline = performance.now() + LONG_TRANSACTION.timeout;
  const connection = await pool.connect();
  // Without a listener, a connection that breaks between statements would end the process. The next statement rejects anyway.
  connection.on('error', ignore);
  let broken = true;
  try {
    const left = (): number => Math.max(1, Math.ceil(deadline - performance.now()));
    await carryOut(connection, { text: 'BEGIN', query_timeout: left() });
    const result = await work(statementsOf(connection, left));
    const { command } = await carryOut(connection, { text: 'COMMIT', query_timeout: left() });
    if (command !== 'COMMIT') throw new Error('The transaction was rolled back, since a statement of it had failed');
    broken = false;
    return result;
  } catch (error) {
    broken = !(await rolledBack(connection));
    throw error;
  } finally {
    connection.off('error', ignore);
    connection.release(broken);
  }
}

const ignore = (): void => undefined;

/** After this time the connection is closed instead, and PostgreSQL rolls back by itself. */
const ROLLBACK_LIMIT_MS = 1000;

/** Rolls back. @returns whether the connection can be reused. */
async function rolledBack(connection: pg.PoolClient): Promise<boolean> {
  try {
    await carryOut(connection, { text: 'ROLLBACK', query_timeout: ROLLBACK_LIMIT_MS });
    return true;
  } catch {
    return false;
  }
}

/** Runs statements on one connection; `left` returns the remaining milliseconds. */
function statementsOf(connection: pg.PoolClient, left: () => number): Statements {
  const run = (query: TemplateStringsArray | Prisma.Sql, values: readonly unknown[]): Promise<pg.QueryResult> => {
    const statement = query instanceof Prisma.Sql ? query : Prisma.sql(query, ...values);
    return carryOut(connection, {
      name: statementName(statement.text),
      text: statement.text,
      values: statement.values,
      query_timeout: left(),
    });
  };
  return {
    $queryRaw: async <Rows>(query: TemplateStringsArray | Prisma.Sql, ...values: readonly unknown[]): Promise<Rows> =>
      (await run(query, values)).rows as Rows,
    $executeRaw: async (query, ...values) => (await run(query, values)).rowCount ?? 0,
  };
}

/** The driver supports a timeout per statement, in milliseconds, that its types omit. */
type TimedQuery = pg.QueryConfig<unknown[]> & { readonly query_timeout: number };

const carryOut = (connection: pg.PoolClient, query: TimedQuery): Promise<pg.QueryResult> => connection.query(query);
