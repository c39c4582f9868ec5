/** The end of the queue at which jobs are put in. */
import type { Logger } from '@sendoff/config';
import { Queue } from 'bullmq';
import { DELIVERY_QUEUE, deliveryJobId, writePayload, type DeliveryJob, type DeliveryPayload } from './delivery-job.ts';
import { lookInside, type QueueInside, type QueueState } from './look-inside.ts';
import { openEngine, PATIENCE_MS, type EngineName, type QueueLocation } from './engine.ts';
import { reportErrors } from './report-errors.ts';

/** Puts jobs into the queue. */
export interface DeliveryQueue {
  readonly engine: EngineName;
  /**
   * Makes a job for each of `jobs` that has none. Calls that come while another one is under way go
   * together in one command after it.
   *
   * Rejects within seconds when the engine is away. Nothing is lost then: the emails are in the
   * table, and the worker's sweep makes the jobs when the engine is back. So no request should wait
   * for this.
   */
  enqueue(jobs: readonly DeliveryJob[]): Promise<void>;
  /** How many jobs wait to be worked on at once, delayed ones not counted. */
  countWaiting(): Promise<number>;
  /** What lies in the queue: how many jobs in each state, and the first of one state. For operators; nothing is decided by it. */
  look(state: QueueState, limit: number): Promise<QueueInside>;
  /** Resolves when the engine answers. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/**
 * The table owns retries and a finished job has nothing to tell, so BullMQ tries a job once and
 * forgets it in either case.
 */
const JOB_OPTIONS = { attempts: 1, removeOnComplete: true, removeOnFail: true } as const;

/** What the producing end works with. */
export interface DeliveryQueueOptions extends QueueLocation {
  readonly logger: Logger;
  /** Called with the number of jobs when some are about to be made; returns the trace that they belong to, if any. */
  readonly noteJobs?: ((count: number) => string | undefined) | undefined;
}

/** Opens the producing end of the queue. Nothing is connected before it is used. */
export function openDeliveryQueue({ logger, noteJobs, ...location }: DeliveryQueueOptions): DeliveryQueue {
  const engine = openEngine(location, 'producer');
  const queue = new Queue<DeliveryPayload>(DELIVERY_QUEUE, { ...engine.options, defaultJobOptions: JOB_OPTIONS }, engine.backend);
  queue.on('error', reportErrors(engine.name, logger));

  const command = async <Value>(run: () => Promise<Value>): Promise<Value> => {
    await engine.reach();
    return withPatience(run());
  };
  const addTogether = gather<DeliveryJob>((jobs) => command(() => queue.addBulk(jobs.map(toBullJob))));

  return {
    engine: engine.name,
    enqueue: noteJobs === undefined ? addTogether : (jobs) => addTogether(withTrace(jobs, noteJobs)),
    countWaiting: () => command(() => queue.getWaitingCount()),
    look: (state, limit) => command(() => lookInside(queue, state, limit)),
    ping: async () => {
      await command(() => queue.getWaitingCount());
    },
    close: async () => {
      await queue.close();
      await engine.close();
    },
  };
}

/** At once, while the caller is still the one that runs: jobs of several callers go together later. */
function withTrace(jobs: readonly DeliveryJob[], noteJobs: (count: number) => string | undefined): readonly DeliveryJob[] {
  const traceparent = jobs.length === 0 ? undefined : noteJobs(jobs.length);
  return traceparent === undefined ? jobs : jobs.map((job) => ({ ...job, traceparent }));
}

const toBullJob = ({ delayMs = 0, ...job }: DeliveryJob) => ({
  name: 'deliver',
  data: writePayload(job),
  opts: { jobId: deliveryJobId(job), delay: Math.max(0, Math.ceil(delayMs)) },
});

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
