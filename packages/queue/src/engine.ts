/**
 * The choice between BullMQ's two engines: Redis where `REDIS_URL` is set, PostgreSQL otherwise.
 * Nothing outside this package knows which of them runs.
 */
import { once } from 'node:events';
import { createPostgresBackend, type Job, type Queue, type QueueBaseOptions } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';

/** Where the queue is kept. */
export interface QueueLocation {
  readonly databaseUrl: string;
  readonly redisUrl?: string | undefined;
  /** Sets the keys of this deployment apart from those of others on the same Redis. */
  readonly prefix?: string | undefined;
}

/** The name of an engine. */
export type EngineName = 'redis' | 'postgres';

/** A connection to the engine, and how BullMQ's classes are to be constructed on it. */
export interface Engine {
  readonly name: EngineName;
  /** The options that every class takes. */
  readonly options: QueueBaseOptions & { readonly prefix?: string };
  /** The last argument of every constructor. */
  readonly backend: undefined;
  /**
   * Resolves when commands can be sent, rejects when they could not be for some seconds. To be asked
   * before each: BullMQ itself would wait for Redis without end, and keep everything it was given.
   */
  reach(): Promise<void>;
  /** The first `limit` jobs that wait, in the order in which they will be taken. */
  listWaiting(queue: Queue, limit: number): Promise<Job[]>;
  close(): Promise<void>;
}

/** How long the engine may take to be reached, or for a command, before the caller hears that it is away. */
export const PATIENCE_MS = 5000;
/** Redis is tried again at least this often while it is away. */
const LONGEST_RECONNECT_DELAY_MS = 2000;
/** The schema of BullMQ's tables. */
const POSTGRES_SCHEMA = 'bullmq';
/** From BullMQ's index of what is ready. Its own list of what waits begins at the other end, and to count to this one reads all. */
const FIRST_WAITING = `SELECT id FROM job WHERE queue = $1 AND state = 'waiting' AND priority = 0 ORDER BY priority, seq LIMIT $2`;

/**
 * Connects.
 *
 * @param role `producer` fails fast while Redis is away, since its caller has other things to do;
 *   `consumer` waits for it to come back, since it has not.
 */
export function openEngine(location: QueueLocation, role: 'producer' | 'consumer'): Engine {
  return location.redisUrl === undefined
    ? openPostgres(location.databaseUrl, role)
    : openRedis(location.redisUrl, location.prefix, role);
}

function openRedis(url: string, prefix: string | undefined, role: 'producer' | 'consumer'): Engine {
  const client = new Redis(url, {
    maxRetriesPerRequest: null,
    retryStrategy: (attempt) => Math.min(attempt * 100, LONGEST_RECONNECT_DELAY_MS),
    ...(role === 'producer' && { enableOfflineQueue: false, commandTimeout: PATIENCE_MS }),
    // Deliveries end in groups, whose jobs are then finished in one write to the socket.
    ...(role === 'consumer' && { enableAutoPipelining: true }),
  });
  // BullMQ reports the errors of its connections; this listener keeps ioredis from printing them as well.
  client.on('error', () => undefined);
  return {
    name: 'redis',
    options: {
      connection: client,
      ...(prefix !== undefined && { prefix }),
    },
    backend: undefined,
    reach: async () => {
      if (client.status === 'ready') return;
      await once(client, 'ready', { signal: AbortSignal.timeout(PATIENCE_MS) }).catch((cause: unknown) => {
        throw new Error('Redis cannot be reached', { cause });
      });
    },
    listWaiting: async (queue, limit) => (await queue.getWaiting(0, limit - 1)) as Job[],
    close: () => {
      client.disconnect();
      return Promise.resolve();
    },
  };
}

function openPostgres(url: string, role: 'producer' | 'consumer'): Engine {
  const pool = new pg.Pool({
    connectionString: url,
    // A consumer keeps one connection for LISTEN.
    max: role === 'producer' ? 2 : 6,
    connectionTimeoutMillis: PATIENCE_MS,
    keepAlive: true,
    options: `-c search_path=${POSTGRES_SCHEMA}`,
  });
  return {
    name: 'postgres',
    options: { connection: pool },
    backend: createPostgresBackend as unknown as undefined,
    reach: () => Promise.resolve(),
    listWaiting: async (queue, limit) => {
      const { rows } = await pool.query<{ id: string }>(FIRST_WAITING, [queue.name, limit]);
      const jobs = await Promise.all(rows.map(({ id }) => queue.getJob(id)));
      return jobs.filter((job) => job !== undefined) as Job[];
    },
    close: () => pool.end(),
  };
}
