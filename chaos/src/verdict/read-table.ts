/** Reads the state of the emails from the database. */
import pg from 'pg';
import type { Kept } from './judge.ts';

const NOT_FINAL = `SELECT count(*)::int AS count FROM "EmailRecord"
  WHERE status NOT IN ('sent', 'bounced', 'failed', 'suppressed', 'canceled')`;

const KEPT = `SELECT id::text, "messageId", status::text,
    (SELECT json_object_agg(address, state) FROM "EmailRecipient" WHERE "emailId" = id) AS recipients,
    (SELECT count(*)::int FROM "DeliveryAttempt" WHERE "emailId" = id AND outcome = 'in_doubt') AS "inDoubt"
  FROM "EmailRecord"`;

const BY_STATUS = `SELECT status::text, count(*)::int FROM "EmailRecord" GROUP BY status ORDER BY status`;

/** A dead server refuses connections at once; a live one may be slow because of the load of the machine. */
const CONNECT_TIMEOUT_MS = 20_000;

/** The database of one row. */
export interface Tables {
  /** The number of unfinished emails; undefined while the database is unavailable. */
  readonly countOpen: () => Promise<number | undefined>;
  /** For example `sent 1990, sending 10`. */
  readonly describe: () => Promise<string>;
  readonly readAll: () => Promise<Kept[]>;
  /** Runs an SQL statement for a fault. */
  readonly run: <Row extends object>(statement: string, values?: readonly unknown[]) => Promise<Row[]>;
  readonly close: () => Promise<void>;
}

/** Opens a connection pool. */
export function openTables(url: string): Tables {
  const pool = new pg.Pool({ connectionString: url, max: 2, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
  // Connections break when a fault kills the server; the next statement opens a new one.
  pool.on('error', () => undefined);
  const run = async <Row extends object>(statement: string, values: readonly unknown[] = []): Promise<Row[]> =>
    (await pool.query<Row>(statement, [...values])).rows;
  return {
    countOpen: async () => {
      const rows = await run<{ count: number }>(NOT_FINAL).catch(() => []);
      return rows[0]?.count;
    },
    describe: async () => {
      const rows = await run<{ status: string; count: number }>(BY_STATUS);
      return rows.map(({ status, count }) => `${status} ${String(count)}`).join(', ');
    },
    readAll: () => run<Kept>(KEPT),
    run,
    close: () => pool.end(),
  };
}
