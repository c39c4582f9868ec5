/** Reads the truth where it is kept. */
import pg from 'pg';
import type { Kept } from './judge.ts';

const NOT_FINAL = `SELECT count(*)::int AS count FROM "EmailRecord"
  WHERE status NOT IN ('sent', 'bounced', 'failed', 'suppressed', 'canceled')`;

const KEPT = `SELECT id::text, "messageId", status::text,
    (SELECT json_object_agg(address, state) FROM "EmailRecipient" WHERE "emailId" = id) AS recipients,
    (SELECT count(*)::int FROM "DeliveryAttempt" WHERE "emailId" = id AND outcome = 'in_doubt') AS "inDoubt"
  FROM "EmailRecord"`;

const BY_STATUS = `SELECT status::text, count(*)::int FROM "EmailRecord" GROUP BY status ORDER BY status`;

/** A server that is gone refuses at once; one that only shares its machine with all that a run starts may be slow. */
const CONNECT_TIMEOUT_MS = 20_000;

/** The tables of one row's database. */
export interface Tables {
  /** How many emails have not reached a final state; undefined while the database is away. */
  readonly countOpen: () => Promise<number | undefined>;
  /** Such as `sent 1990, sending 10`. */
  readonly describe: () => Promise<string>;
  readonly readAll: () => Promise<Kept[]>;
  /** Runs a statement of a fault. */
  readonly run: <Row extends object>(statement: string, values?: readonly unknown[]) => Promise<Row[]>;
  readonly close: () => Promise<void>;
}

/** Opens them. */
export function openTables(url: string): Tables {
  const pool = new pg.Pool({ connectionString: url, max: 2, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
  // The server is killed now and then; the next statement opens a new connection.
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
