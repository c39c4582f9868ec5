/**
 * The choice between BullMQ's two engines: Redis where `REDIS_URL` is set, PostgreSQL otherwise.
 * Nothing outside this package knows which of them runs.
 */
import type { Job, Queue, QueueBaseOptions } from 'bullmq';
import { openPostgresEngine } from './postgres-engine.ts';
import { openRedisEngine } from './redis-engine.ts';

/** Where the queue is kept. */
export interface QueueLocation {
  readonly databaseUrl: string;
  readonly redisUrl?: string | undefined;
  /** Sets the keys of this deployment apart from those of others on the same Redis. */
  readonly prefix?: string | undefined;
}

/** The name of an engine. */
export type EngineName = 'redis' | 'postgres';

/**
 * What a connection is for. A `producer` fails fast while the engine is away, since its caller has other things to do; a
 * `consumer` waits for it to come back, since it has not.
 */
export type EngineRole = 'producer' | 'consumer';

/** Jobs with a priority are taken after those without. */
export const LANES = ['waiting', 'prioritized'] as const;
/** Where a job waits that is to be worked on at once. */
export type Lane = (typeof LANES)[number];

/** A connection to the engine, and how BullMQ's classes are to be constructed on it. */
export interface Engine {
  readonly name: EngineName;
  /** The options that every class takes. */
  readonly options: QueueBaseOptions & { readonly prefix?: string };
  /** The last argument of every constructor. */
  readonly backend: undefined;
  /**
   * Resolves when commands can be sent, rejects when they could not be for `limitMs`. To be asked
   * before each: BullMQ itself would wait for Redis without end, and keep everything it was given.
   */
  reach(limitMs: number): Promise<void>;
  /**
   * Writes as BullMQ does to add and to take a job of this queue, and leaves nothing behind. Rejects where the engine
   * refuses to: it may answer every question and be read-only, full, or not allowed to change anything.
   */
  probe(queueName: string): Promise<void>;
  /** Connects anew, after a command that failed: another server may be behind the address by now. Safe to call at any time. */
  reconnect(): void;
  /** The first `limit` jobs that wait without a priority, or with one, in the order in which they will be taken. */
  listWaiting(queue: Queue, lane: Lane, limit: number): Promise<Job[]>;
  close(): Promise<void>;
}

/** Opens a connection. Nothing is waited for. */
export function openEngine(location: QueueLocation, role: EngineRole): Engine {
  return location.redisUrl === undefined
    ? openPostgresEngine(location.databaseUrl, role)
    : openRedisEngine(location.redisUrl, location.prefix, role);
}
