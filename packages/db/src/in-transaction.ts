/** Transactions that the driver carries out alone: for our own SQL, whose values may be megabytes. */
import type pg from 'pg';
import { LONG_TRANSACTION, type Database } from './database.ts';
import { Prisma } from './generated/client.ts';
import { poolOf, statementName, type Statements } from './prepared-statement.ts';

/**
 * Commits what `work` does, or nothing of it when `work` rejects.
 *
 * Prisma would write the bytes of a file into JSON as base64, and read them again, for every statement: a tenth of a
 * second of the process's one thread for a file of 7.5 MB, during which no other request is answered.
 *
 * Values arrive as in `runPrepared`.
 *
 * @throws what the driver says when a statement fails, or the connection is lost, or all of it takes over a minute; after
 *   a failure of the COMMIT itself nobody knows whether it was carried out.
 */
export async function inTransaction<Result>(
  database: Database,
  work: (transaction: Statements) => Promise<Result>,
): Promise<Result> {
  const pool = poolOf(database);
  if (pool === undefined) throw new TypeError('A transaction begins on a database, not within another transaction');
  const deadline = performance.now() + LONG_TRANSACTION.timeout;
  const connection = await pool.connect();
  // Without a listener a connection that breaks between two statements would end the process; the next statement rejects.
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

/** After so long, in milliseconds, the connection is given up, and PostgreSQL rolls back by itself. */
const ROLLBACK_LIMIT_MS = 1000;

/** Whether the connection can be used again. */
async function rolledBack(connection: pg.PoolClient): Promise<boolean> {
  try {
    await carryOut(connection, { text: 'ROLLBACK', query_timeout: ROLLBACK_LIMIT_MS });
    return true;
  } catch {
    return false;
  }
}

/** The statements of one connection, for which `left` milliseconds are left. */
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

/** The driver takes a time limit for each statement, in milliseconds, that its types leave out. */
type TimedQuery = pg.QueryConfig<unknown[]> & { readonly query_timeout: number };

const carryOut = (connection: pg.PoolClient, query: TimedQuery): Promise<pg.QueryResult> => connection.query(query);
