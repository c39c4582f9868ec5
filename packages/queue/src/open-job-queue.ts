/** The end of a queue at which jobs are put in. */
import type { Logger } from '@sendoff/config';
import { Queue } from 'bullmq';
import { openEngine, PATIENCE_MS, type Engine, type EngineName, type QueueLocation } from './engine.ts';
import type { JobKind } from './job-kind.ts';
import { reportErrors } from './report-errors.ts';

/** Puts jobs into a queue. */
export interface JobQueue<Item> {
  readonly engine: EngineName;
  /**
   * Makes jobs for `items`. Calls that come while another one is under way go together in one command after it.
   *
   * Rejects within seconds when the engine is away. Nothing is lost then: what is to be done is in the
   * table, and the worker's sweep finds it. So no request should wait for this.
   */
  enqueue(items: readonly Item[]): Promise<void>;
  /** How many jobs wait to be worked on at once, delayed ones not counted. */
  countWaiting(): Promise<number>;
  /** Resolves when the engine answers. */
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
  const queue = new Queue(kind.queue, { ...engine.options, defaultJobOptions: JOB_OPTIONS }, engine.backend);
  queue.on('error', reportErrors(engine.name, logger));

  const ask = async <Value>(run: (queue: Queue, engine: Engine) => Promise<Value>): Promise<Value> => {
    await engine.reach();
    return withPatience(run(queue, engine));
  };
  const toBullJobs = (items: readonly Item[]) =>
    kind.pack(items).map(({ id, payload, delayMs }) => ({
      name: kind.name,
      data: payload,
      opts: { jobId: id, delay: Math.max(0, Math.ceil(delayMs)) },
    }));
  return {
    engine: engine.name,
    enqueue: gather((items) => ask(() => queue.addBulk(toBullJobs(items)))),
    countWaiting: () => ask(() => queue.getWaitingCount()),
    ping: async () => {
      await ask(() => queue.getWaitingCount());
    },
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

/** Rejects when `promise` takes longer than the engine is given; a client may otherwise wait for ever for its server. */
async function withPatience<Value>(promise: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`the queue did not answer within ${String(PATIENCE_MS)} ms`)), PATIENCE_MS);
  });
  try {
    return await Promise.race([promise, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
