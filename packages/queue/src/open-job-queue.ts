/** The producing side of a queue. */
import type { Logger } from '@sendoff/runtime';
import { Queue } from 'bullmq';
import { COMMAND_TIMEOUT_MS, PROBE_TIMEOUT_MS, withTimeout } from './command-timeout.ts';
import type { Engine, EngineName } from './engine.ts';
import { openEngine, type QueueLocation } from './open-engine.ts';
import type { JobKind } from './job-kind.ts';
import { reportErrors } from './report-errors.ts';

/** Enqueues jobs. */
export interface JobQueue<Item> {
  readonly engine: EngineName;
  /**
   * Enqueues `items`. Calls during a running command are combined into one command after it.
   *
   * Rejects within seconds when the engine is unavailable or refuses writes. Nothing is lost then, because workers find the work
   * in the table; so no request should wait for this.
   */
  enqueue(items: readonly Item[]): Promise<void>;
  /** Number of waiting jobs, excluding delayed ones. */
  countWaiting(): Promise<number>;
  /**
   * Checks by a write that the queue is available. Rejects within four seconds if it is unreachable, unresponsive, read-only or
   * full. Concurrent calls share one check.
   */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Retries are decided by the table and finished jobs carry no information, so BullMQ runs a job once and removes it either way.
 */
const JOB_OPTIONS = { attempts: 1, removeOnComplete: true, removeOnFail: true } as const;

/** Opens the producing side. It connects when it is first used. `ask` runs a command specific to one kind of queue. */
export function openJobQueue<Data extends object, Item extends Data>(
  kind: JobKind<Data, Item>,
  { logger, ...location }: QueueLocation & { readonly logger: Logger },
): JobQueue<Item> & { ask<Value>(run: (queue: Queue, engine: Engine) => Promise<Value>): Promise<Value> } {
  const engine = openEngine(location, 'producer');
  const open = (): Queue => {
    const opened = new Queue(kind.queue, { ...engine.options, defaultJobOptions: JOB_OPTIONS }, engine.backend);
    opened.on('error', reportErrors(engine.name, logger));
    return opened;
  };
  let queue = open();
  let hasWorked = false;

  /** Reconnects after a failure, since the address may lead to another server by now. */
  const onEngine = async <Value>(run: () => Promise<Value>, limitMs: number): Promise<Value> => {
    await engine.reach(limitMs);
    try {
      return await withTimeout(run(), limitMs);
    } catch (error) {
      engine.reconnect();
      throw error;
    }
  };
  const ask = async <Value>(run: (queue: Queue, engine: Engine) => Promise<Value>): Promise<Value> => {
    const asked = queue;
    try {
      const value = await onEngine(() => run(asked, engine), COMMAND_TIMEOUT_MS);
      hasWorked = true;
      return value;
    } catch (error) {
      // BullMQ never recovers from a failed start, so a queue that has not worked yet is reopened.
      if (!hasWorked && asked === queue) {
        asked.close().catch(() => undefined);
        queue = open();
      }
      throw error;
    }
  };
  const ping = shareAnswer(() => onEngine(() => engine.probe(kind.queue), PROBE_TIMEOUT_MS));
  const toBullJobs = (items: readonly Item[]) =>
    kind.pack(items).map(({ id, payload, delayMs, priority }) => ({
      name: kind.name,
      data: payload,
      // BullMQ stores jobs with a priority in a separate list, which is slightly more expensive.
      opts: { jobId: id, delay: Math.max(0, Math.ceil(delayMs)), ...(priority > 0 && { priority }) },
    }));
  return {
    engine: engine.name,
    enqueue: gather((items) => ask((current) => current.addBulk(toBullJobs(items)))),
    countWaiting: () => ask((current) => current.getJobCountByTypes('waiting', 'prioritized')),
    ping,
    close: async () => {
      await queue.close();
      await engine.close();
    },
    ask,
  };
}

/** Combines calls during a run into the next run. Without a timer: when idle, it runs at once. */
function gather<Item>(run: (items: readonly Item[]) => Promise<unknown>): (items: readonly Item[]) => Promise<void> {
  let gathered: Item[] = [];
  let next: Promise<void> | undefined;
  let current: Promise<unknown> = Promise.resolve();

  return async (items) => {
    if (items.length === 0) return;
    gathered.push(...items);
    next ??= current
      .catch(() => undefined)
      .then(() => {
        const batch = gathered;
        gathered = [];
        next = undefined;
        current = run(batch);
        return current;
      })
      .then(() => undefined);
    return next;
  };
}

/** Lets concurrent callers share the result of one run. */
function shareAnswer(run: () => Promise<void>): () => Promise<void> {
  let current: Promise<void> | undefined;
  return () =>
    (current ??= run().finally(() => {
      current = undefined;
    }));
}
