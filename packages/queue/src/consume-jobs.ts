/** The end of a queue at which jobs are taken out. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '@sendoff/config';
import { WaitingError, Worker } from 'bullmq';
import { openEngine, type QueueLocation } from './engine.ts';
import type { JobKind } from './job-kind.ts';
import { reportErrors } from './report-errors.ts';

/** Takes jobs and hands them to a function. */
export interface JobConsumer {
  /** Resolves when the engine can be reached and jobs are being taken. */
  ready(): Promise<void>;
  /** Takes no more jobs, waits for those under way, and disconnects. */
  close(): Promise<void>;
}

/** How long a worker that is gone keeps its jobs from the others. They look at the table and skip what it has begun. */
const LOCK_MS = 10_000;

/** Time before an engine is opened anew that could not be opened. */
const REOPEN_MS = 1000;

/** What came of one thing that a job names. */
export type WorkDone = 'done' | 'not_begun';

/** What taking jobs needs to know of them. */
type ConsumedKind<Data extends object> = Pick<JobKind<Data>, 'queue' | 'read'>;

interface ConsumeOptions extends QueueLocation {
  readonly logger: Logger;
  readonly concurrency: number;
}

/**
 * Starts taking jobs, `concurrency` at once, and calls `work` with each thing that a job names. What it throws is
 * logged; the job is gone either way, when all that it names has been worked on. A job of which something was not begun
 * goes back into the queue, whole: whoever takes it next finds out what has been done.
 */
export function consumeJobs<Data extends object>(
  kind: ConsumedKind<Data>,
  { work, ...options }: ConsumeOptions & { readonly work: (data: Data) => Promise<WorkDone> },
): JobConsumer {
  const report = reportErrors(options.redisUrl === undefined ? 'postgres' : 'redis', options.logger);
  const open = () => openWorker(kind, { ...options, work, report });
  const closing = new AbortController();
  let current = open();

  // BullMQ remembers that a first connection to PostgreSQL failed, and its loop, once it runs, would ask
  // again and again without a pause in which anything else could happen. So it runs when it can be ready.
  const take = async (): Promise<void> => {
    for (;;) {
      try {
        await current.worker.waitUntilReady();
        current.worker.run().catch(report);
        return;
      } catch (error) {
        if (closing.signal.aborted) return;
        report(error as Error);
        await current.close();
        const goesOn = await sleep(REOPEN_MS, true, { signal: closing.signal, ref: false }).catch(() => false);
        if (!goesOn) return;
        current = open();
      }
    }
  };
  const taking = take();

  return {
    ready: () => taking,
    close: async () => {
      closing.abort();
      await current.close();
    },
  };
}

/** A connection and BullMQ's worker on it, which does not run yet. */
function openWorker<Data extends object>(
  kind: ConsumedKind<Data>,
  options: ConsumeOptions & {
    readonly work: (data: Data) => Promise<WorkDone>;
    readonly report: (error: Error) => void;
  },
) {
  const { logger, concurrency, work, report } = options;
  const engine = openEngine(options, 'consumer');
  const workOn = async (item: Data): Promise<WorkDone> => {
    try {
      return await work(item);
    } catch (err) {
      const about: object = { err, queue: kind.queue, ...item };
      logger.error(about, 'job failed');
      return 'done';
    }
  };
  const worker = new Worker<unknown>(
    kind.queue,
    async (job, token) => {
      const items = kind.read(job.data);
      if (items === null) {
        logger.error({ queue: kind.queue, job: job.id }, 'a job says nothing that this release understands');
        return;
      }
      const done = await Promise.all(items.map(workOn));
      if (!done.includes('not_begun')) return;
      await job.moveToWait(token);
      throw new WaitingError();
    },
    {
      ...engine.options,
      autorun: false,
      concurrency,
      lockDuration: LOCK_MS,
      stalledInterval: LOCK_MS,
      runRetryDelay: 1000,
      removeOnComplete: { count: 0 },
      removeOnFail: { count: 0 },
    },
    engine.backend,
  );
  worker.on('error', report);
  worker.on('failed', (job, error) => logger.error({ err: error, queue: kind.queue, job: job?.id }, 'job failed'));

  let closed: Promise<void> | undefined;
  return {
    worker,
    /** Safe to call again. */
    close: () => (closed ??= worker.close().then(() => engine.close())),
  };
}
