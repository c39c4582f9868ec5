/** The queue in PostgreSQL. */
import { createPostgresBackend, type Job } from 'bullmq';
import pg from 'pg';
import { COMMAND_TIMEOUT_MS } from './command-timeout.ts';
import type { Engine, EngineRole } from './engine.ts';

/** The schema of BullMQ's tables. */
const SCHEMA = 'bullmq';
/** Longer than the server gives a statement: only a connection whose server is gone without a word comes to it. */
const SILENCE_MS = COMMAND_TIMEOUT_MS + 1000;
/** From BullMQ's index of what is ready. Its own list of what waits begins at the other end, and to count to this one reads all. */
const firstWaiting = (priorities: string): string =>
  `SELECT id FROM job WHERE queue = $1 AND state = 'waiting' AND priority ${priorities} ORDER BY priority, seq LIMIT $2`;
const FIRST = { waiting: firstWaiting('= 0'), prioritized: firstWaiting('> 0') } as const;
/** Nothing is committed, so nothing is waited for on disk. The names are those of no queue, and of one more job for each call. */
const PROBE = `BEGIN;
  INSERT INTO job (queue, id, seq, name, state, added_at_ms) VALUES ('probe', gen_random_uuid()::text, 0, 'probe', 'completed', 0);
  DELETE FROM job WHERE queue = 'probe';
  ROLLBACK`;

/** Opens connections as they are needed. */
export function openPostgresEngine(url: string, role: EngineRole): Engine {
  const pool = new pg.Pool({
    connectionString: url,
    // A consumer keeps one connection for LISTEN.
    max: role === 'producer' ? 2 : 6,
    connectionTimeoutMillis: COMMAND_TIMEOUT_MS,
    query_timeout: SILENCE_MS,
    keepAlive: true,
    options: `-c search_path=${SCHEMA} -c statement_timeout=${String(COMMAND_TIMEOUT_MS)}`,
  });
  return {
    name: 'postgres',
    options: { connection: pool },
    backend: createPostgresBackend as unknown as undefined,
    reach: () => Promise.resolve(),
    probe: async () => {
      await pool.query(PROBE);
    },
    // A pool closes each connection on which a statement has failed.
    reconnect: () => undefined,
    listWaiting: async (queue, lane, limit) => {
      const { rows } = await pool.query<{ id: string }>(FIRST[lane], [queue.name, limit]);
      const jobs = await Promise.all(rows.map(({ id }) => queue.getJob(id)));
      return jobs.filter((job) => job !== undefined) as Job[];
    },
    close: () => pool.end(),
  };
}
