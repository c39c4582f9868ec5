/** BullMQ's worker on an engine, for as long as the engine does its part. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '@sendoff/runtime';
import { WaitingError, Worker } from 'bullmq';
import { COMMAND_TIMEOUT_MS } from './command-timeout.ts';
import type { Engine } from './engine.ts';
import type { JobKind } from './job-kind.ts';

/** What came of one thing that a job names. */
export type WorkDone = 'done' | 'not_begun';

/** What taking jobs needs to know of them. */
export type ConsumedKind<Data extends object> = Pick<JobKind<Data>, 'queue' | 'read'>;

/** How jobs are taken. */
export interface TakerOptions<Data extends object> {
  readonly logger: Logger;
  /** Jobs under way at once. */
  readonly concurrency: number;
  /** Called with each thing that a job names. */
  readonly work: (data: Data) => Promise<WorkDone>;
  /** Called with everything that the engine complains of. */
  readonly report: (error: Error) => void;
}

/** Takes jobs. */
export interface Taker {
  /** Begins; resolves when jobs are being taken, rejects when they cannot be. */
  begin(): Promise<void>;
  /** Resolves when the engine has failed so often that it is better left for a while, or when `abandon` was called. */
  readonly failed: Promise<void>;
  abandon(): void;
  /** Takes no more jobs, waits for those under way, and disconnects. */
  finish(): Promise<void>;
  /** Disconnects at once. Work under way goes on, and the job that it belongs to is brought again. */
  leave(): Promise<void>;
}

/** How long a worker that is gone keeps its jobs from the others. They look at the table and skip what it has begun. */
const LOCK_MS = 10_000;
/** So many errors in so short a time are those of an engine in trouble: BullMQ asks it again without a pause. */
const MAX_ERRORS = 5;
const ERRORS_WITHIN_MS = 1000;

/** Opens BullMQ's worker, which does not take jobs yet. The engine is closed with it. */
export function openTaker<Data extends object>(
  kind: ConsumedKind<Data>,
  engine: Engine,
  { logger, concurrency, work, report }: TakerOptions<Data>,
): Taker {
  const underWay = new Set<Promise<unknown>>();
  let abandon: () => void = () => undefined;
  const failed = new Promise<void>((resolve) => (abandon = resolve));
  const isBurst = watchForBurst();

  const workOn = async (item: Data): Promise<WorkDone> => {
    try {
      return await work(item);
    } catch (err) {
      const about: object = { err, queue: kind.queue, ...item };
      logger.error(about, 'job failed');
      return 'done';
    }
  };
  const worker = new AbandonableWorker(
    kind.queue,
    async (job, token) => {
      const items = kind.read(job.data);
      if (items === null) {
        logger.error({ queue: kind.queue, job: job.id }, 'a job says nothing that this release understands');
        return;
      }
      const working = Promise.all(items.map(workOn));
      underWay.add(working);
      const done = await working.finally(() => underWay.delete(working));
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
  worker.on('error', (error) => {
    report(error);
    if (isBurst()) abandon();
  });
  worker.on('failed', (job, error) => logger.error({ err: error, queue: kind.queue, job: job?.id }, 'job failed'));

  return {
    begin: async () => {
      await worker.waitUntilReady();
      worker.run().catch((error: unknown) => {
        report(error as Error);
        abandon();
      });
    },
    failed,
    abandon,
    finish: async () => {
      const closed = worker.close().then(() => true);
      // An engine that hangs is not waited for without end once the work itself is done.
      const limit = Promise.all(underWay).then(() => sleep(COMMAND_TIMEOUT_MS, false, { ref: false }));
      if (!(await Promise.race([closed, limit]))) worker.abandon().catch(report);
      await engine.close();
    },
    leave: async () => {
      await worker.close(true);
      await engine.close();
    },
  };
}

/** One that can be left while its `close` waits for an engine that hangs. */
class AbandonableWorker extends Worker<unknown> {
  async abandon(): Promise<void> {
    // `close` would come to it only after the engine. Until then the timer that renews locks keeps the process from ending.
    await this.lockManager.close();
    await this.disconnect();
  }
}

/** A function to be called at each error; returns whether there were many within a short time. */
function watchForBurst(): () => boolean {
  const times: number[] = [];
  return () => {
    const now = performance.now();
    times.push(now);
    if (times.length > MAX_ERRORS) times.shift();
    return times.length === MAX_ERRORS && now - (times[0] ?? now) < ERRORS_WITHIN_MS;
  };
}
