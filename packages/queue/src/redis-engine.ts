/** The engine for a queue in Redis. */
import { once } from 'node:events';
import type { Job } from 'bullmq';
import { Redis } from 'ioredis';
import { COMMAND_TIMEOUT_MS } from './command-timeout.ts';
import type { Engine, EngineRole } from './engine.ts';

/** Longest delay between reconnection attempts. */
const MAX_RECONNECT_DELAY_MS = 2000;
/** Longest delay between checks while Redis loads its data from disk. */
const MAX_LOADING_DELAY_MS = 1000;
/** BullMQ blocks for jobs for up to ten seconds; a connection silent for longer is dead. */
const CONSUMER_SILENCE_MS = 15_000;
/**
 * Errors of a server from which to disconnect: a replica, a demoted master (`UNBLOCKED` ends a blocking command there), or one
 * that is loading its data. The address may lead to another server by now.
 */
const WRONG_SERVER = /\b(?:READONLY|LOADING|MASTERDOWN|UNBLOCKED)\b/;
/** Window in which errors cause a single reconnection; shorter than the first reconnection delay. */
const RECONNECTION_MS = 50;
/** A script, because BullMQ's commands are scripts. The key expires by itself. */
const PROBE = `return redis.call('SET', KEYS[1], '1', 'PX', 1000)`;

/** Connects, and retries without limit. */
export function openRedisEngine(url: string, prefix: string | undefined, role: EngineRole): Engine {
  const client = new Redis(url, {
    maxRetriesPerRequest: null,
    maxLoadingRetryTime: MAX_LOADING_DELAY_MS,
    retryStrategy: (attempt) => Math.min(attempt * 100, MAX_RECONNECT_DELAY_MS),
    reconnectOnError: reconnectOnce(),
    // Detects a server that disappeared without closing the connection.
    socketTimeout: role === 'producer' ? COMMAND_TIMEOUT_MS : CONSUMER_SILENCE_MS,
    ...(role === 'producer' && {
      enableOfflineQueue: false,
      commandTimeout: COMMAND_TIMEOUT_MS,
      // These commands were already reported as failed; queued for an unresponsive Redis, they would grow without bound.
      autoResendUnfulfilledCommands: false,
    }),
    // Deliveries often end together; pipelining finishes their jobs in one socket write.
    ...(role === 'consumer' && { enableAutoPipelining: true }),
  });
  // BullMQ reports connection errors; this listener keeps ioredis from printing them too.
  client.on('error', () => undefined);
  /** While a connection is closing, ioredis still reports it as ready. */
  let isLeaving = false;
  client.on('close', () => {
    isLeaving = false;
  });
  const isReady = (): boolean => client.status === 'ready' && !isLeaving;
  return {
    name: 'redis',
    options: {
      connection: client,
      ...(prefix !== undefined && { prefix }),
    },
    backend: undefined,
    reach: async (limitMs) => {
      if (isReady()) return;
      await once(client, 'ready', { signal: AbortSignal.timeout(limitMs) }).catch((cause: unknown) => {
        throw new Error('Redis cannot be reached', { cause });
      });
    },
    probe: async (queueName) => {
      await client.eval(PROBE, 1, `${prefix ?? 'bull'}:${queueName}:probe`);
    },
    reconnect: () => {
      // In any other state ioredis is already reconnecting, and disconnecting would cancel its timer.
      if (!isReady()) return;
      isLeaving = true;
      client.disconnect(true);
    },
    listWaiting: async (queue, lane, limit) => (await queue.getJobs([lane], 0, limit - 1, true)) as Job[],
    close: () => {
      client.disconnect();
      return Promise.resolve();
    },
  };
}

/** Commands sent together fail together; one reconnection is enough for all of them. */
function reconnectOnce(): (error: Error) => boolean {
  let last = -Infinity;
  return ({ message }) => {
    const now = performance.now();
    if (!WRONG_SERVER.test(message) || now - last < RECONNECTION_MS) return false;
    last = now;
    return true;
  };
}
