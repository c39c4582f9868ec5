/** The end of a queue at which jobs are put in. */
import type { Logger } from '@sendoff/runtime';
import { Queue } from 'bullmq';
import { COMMAND_TIMEOUT_MS, PROBE_TIMEOUT_MS, withTimeout } from './command-timeout.ts';
import { openEngine, type Engine, type EngineName, type QueueLocation } from './engine.ts';
import type { JobKind } from './job-kind.ts';
import { reportErrors } from './report-errors.ts';

/** Puts jobs into a queue. */
export interface JobQueue<Item> {
  readonly engine: EngineName;
  /**
   * Makes jobs for `items`. Calls that come while another one is under way go together in one command after it.
   *
   * Rejects within seconds when the engine is away or refuses to write. Nothing is lost then: what is to be done is in
   * the table, and workers take it from there. So no request should wait for this.
   */
  enqueue(items: readonly Item[]): Promise<void>;
  /** How many jobs wait to be worked on at once, delayed ones not counted. */
  countWaiting(): Promise<number>;
  /**
   * Resolves when the queue can be used, which is found out by writing to it. Rejects within four seconds otherwise: away,
   * hanging, read-only, full. Those who ask at the same time share the answer.
   */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/**
 * The table owns retries and a finished job has nothing to tell, so BullMQ tries a job once and
 * forgets it in either case.
 */
const JOB_OPTIONS = { attempts: 1, removeOnComplete: true, removeOnFail: true } as const;

/** Opens the producing end. Nothing is connected before it is used. `ask` is for what only one kind of queue can do. */
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

  /** What failed may have been sent to a server that is no longer the one behind the address. */
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
      // BullMQ remembers for good that it could not begin with an engine that was in trouble.
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
      // BullMQ keeps what has a priority in another place than the rest, which costs a little more.
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

/** Lets callers that come while `run` is busy share its next run. No timer: an idle one runs at once. */
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

/** Lets callers that come while `run` is under way have what it comes to. */
function shareAnswer(run: () => Promise<void>): () => Promise<void> {
  let current: Promise<void> | undefined;
  return () =>
    (current ??= run().finally(() => {
      current = undefined;
    }));
}
