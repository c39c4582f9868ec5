/** The engine for a queue in PostgreSQL. */
import { createPostgresBackend, type Job } from 'bullmq';
import pg from 'pg';
import { COMMAND_TIMEOUT_MS } from './command-timeout.ts';
import type { Engine, EngineRole } from './engine.ts';

/** The schema of BullMQ's tables. */
const SCHEMA = 'bullmq';
/** Longer than the server's statement timeout, so that it fires only when the server disappeared. */
const SILENCE_MS = COMMAND_TIMEOUT_MS + 1000;
/** Uses BullMQ's index of ready jobs. Its own listing starts at the newest job, and would have to read all jobs. */
const firstWaiting = (priorities: string): string =>
  `SELECT id FROM job WHERE queue = $1 AND state = 'waiting' AND priority ${priorities} ORDER BY priority, seq LIMIT $2`;
const FIRST = { waiting: firstWaiting('= 0'), prioritized: firstWaiting('> 0') } as const;
/** Rolled back, so that it needs no disk flush. Uses the name of no real queue, and a new job id for each call. */
const PROBE = `BEGIN;
  INSERT INTO job (queue, id, seq, name, state, added_at_ms) VALUES ('probe', gen_random_uuid()::text, 0, 'probe', 'completed', 0);
  DELETE FROM job WHERE queue = 'probe';
  ROLLBACK`;

/** Opens connections on demand. */
export function openPostgresEngine(url: string, role: EngineRole): Engine {
  const pool = new pg.Pool({
    connectionString: url,
    // A consumer uses one connection for LISTEN.
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
    // The pool closes connections on which a statement failed.
    reconnect: () => undefined,
    listWaiting: async (queue, lane, limit) => {
      const { rows } = await pool.query<{ id: string }>(FIRST[lane], [queue.name, limit]);
      const jobs = await Promise.all(rows.map(({ id }) => queue.getJob(id)));
      return jobs.filter((job) => job !== undefined) as Job[];
    },
    close: () => pool.end(),
  };
}
