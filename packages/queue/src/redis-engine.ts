/** The queue in Redis. */
import { once } from 'node:events';
import type { Job } from 'bullmq';
import { Redis } from 'ioredis';
import { COMMAND_TIMEOUT_MS } from './command-timeout.ts';
import type { Engine, EngineRole } from './engine.ts';

/** Redis is tried again at least this often while it is away. */
const MAX_RECONNECT_DELAY_MS = 2000;
/** While Redis reads its data from disk it is asked at least this often whether it has. */
const MAX_LOADING_DELAY_MS = 1000;
/** BullMQ waits for jobs up to ten seconds in one command; a connection that is silent for longer is dead. */
const CONSUMER_SILENCE_MS = 15_000;
/**
 * What a server answers that this connection should not stay with: a replica, a master that was demoted (`UNBLOCKED` ends
 * a command that waited there), or one that reads its data. The address may lead to another one by now.
 */
const WRONG_SERVER = /\b(?:READONLY|LOADING|MASTERDOWN|UNBLOCKED)\b/;
/** Shorter than the first delay before a reconnection. */
const RECONNECTION_MS = 50;
/** A script, since BullMQ's commands are scripts; the key removes itself. */
const PROBE = `return redis.call('SET', KEYS[1], '1', 'PX', 1000)`;

/** Connects, and goes on trying for as long as it takes. */
export function openRedisEngine(url: string, prefix: string | undefined, role: EngineRole): Engine {
  const client = new Redis(url, {
    maxRetriesPerRequest: null,
    maxLoadingRetryTime: MAX_LOADING_DELAY_MS,
    retryStrategy: (attempt) => Math.min(attempt * 100, MAX_RECONNECT_DELAY_MS),
    reconnectOnError: reconnectOnce(),
    // A server that is gone without a word takes connections and commands for a long time yet.
    socketTimeout: role === 'producer' ? COMMAND_TIMEOUT_MS : CONSUMER_SILENCE_MS,
    ...(role === 'producer' && {
      enableOfflineQueue: false,
      commandTimeout: COMMAND_TIMEOUT_MS,
      // Their callers have been told that they failed; kept for a Redis that hangs, they would grow without bound.
      autoResendUnfulfilledCommands: false,
    }),
    // Deliveries end in groups, whose jobs are then finished in one write to the socket.
    ...(role === 'consumer' && { enableAutoPipelining: true }),
  });
  // BullMQ reports the errors of its connections; this listener keeps ioredis from printing them as well.
  client.on('error', () => undefined);
  /** Until a connection is closed that is left, ioredis calls it ready. */
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
      // In any other state it is connecting already, and would lose its timer for that.
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

/** Many commands that were sent together fail together; one reconnection is enough for all of them. */
function reconnectOnce(): (error: Error) => boolean {
  let last = -Infinity;
  return ({ message }) => {
    const now = performance.now();
    if (!WRONG_SERVER.test(message) || now - last < RECONNECTION_MS) return false;
    last = now;
    return true;
  };
}
