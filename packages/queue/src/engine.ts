/** What an engine of BullMQ is to the rest of this package. */
import type { Job, Queue, QueueBaseOptions } from 'bullmq';

/** The name of an engine. */
export type EngineName = 'redis' | 'postgres';

/**
 * The purpose of a connection. A `producer` fails fast while the engine is unavailable, since callers wait for it; a `consumer`
 * waits until it recovers.
 */
export type EngineRole = 'producer' | 'consumer';

/** Jobs with a priority are taken after those without. */
export const LANES = ['waiting', 'prioritized'] as const;
/** The list in which a due job waits. */
export type Lane = (typeof LANES)[number];

/** A connection to the engine, and the constructor arguments for BullMQ's classes. */
export interface Engine {
  readonly name: EngineName;
  /** The options for every class. */
  readonly options: QueueBaseOptions & { readonly prefix?: string };
  /** The last argument of every constructor. */
  readonly backend: undefined;
  /**
   * Resolves when commands can be sent, rejects when they cannot within `limitMs`. Call it before each command: BullMQ itself
   * would wait for Redis forever and keep all commands in memory.
   */
  reach(limitMs: number): Promise<void>;
  /**
   * Writes as BullMQ does for this queue, and leaves no trace. Rejects when the engine refuses the write: it may answer reads
   * and be read-only, full, or without write permission.
   */
  probe(queueName: string): Promise<void>;
  /** Reconnects after a failed command, since the address may lead to another server by now. Safe to call at any time. */
  reconnect(): void;
  /** The first `limit` waiting jobs without or with a priority, in processing order. */
  listWaiting(queue: Queue, lane: Lane, limit: number): Promise<Job[]>;
  close(): Promise<void>;
}
