/** BullMQ's worker on one engine connection, used until the engine fails. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '@sendoff/runtime';
import { WaitingError, Worker } from 'bullmq';
import { COMMAND_TIMEOUT_MS } from './command-timeout.ts';
import type { Engine } from './engine.ts';
import type { JobKind } from './job-kind.ts';

/** The result for one item of a job. */
export type WorkDone = 'done' | 'not_begun';

/** The part of a job kind that consumers need. */
export type ConsumedKind<Data extends object> = Pick<JobKind<Data>, 'queue' | 'read'>;

/** What a taker needs. */
export interface TakerOptions<Data extends object> {
  readonly logger: Logger;
  /** Most concurrent jobs. */
  readonly concurrency: number;
  /** Called with each item of a job. */
  readonly work: (data: Data) => Promise<WorkDone>;
  /** Called with each error of the engine. */
  readonly report: (error: Error) => void;
}

/** Takes jobs. */
export interface Taker {
  /** Starts; resolves when jobs are being taken, rejects when that fails. */
  begin(): Promise<void>;
  /** Resolves when the engine has failed repeatedly and should be reopened, or when `abandon` was called. */
  readonly failed: Promise<void>;
  abandon(): void;
  /** Takes no more jobs, waits for running ones, and disconnects. */
  finish(): Promise<void>;
  /** Disconnects at once. Running work continues, and its job is delivered again. */
  leave(): Promise<void>;
}

/** How long the jobs of a lost worker stay locked. The next worker checks the table and skips emails already begun. */
const LOCK_MS = 10_000;
/** This many errors within this time mean that the engine is failing: BullMQ retries without a pause. */
const MAX_ERRORS = 5;
const ERRORS_WITHIN_MS = 1000;

/** Creates BullMQ's worker, which takes jobs after `begin`. Closing it closes the engine. */
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
        logger.error({ queue: kind.queue, job: job.id }, 'unrecognized job');
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
      // Once the work is done, an unresponsive engine is not waited for indefinitely.
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

/** A worker that can be abandoned while its `close` waits for an unresponsive engine. */
class AbandonableWorker extends Worker<unknown> {
  async abandon(): Promise<void> {
    // The timer that renews locks keeps the process alive, and `close` stops it only after the engine has answered.
    await this.lockManager.close();
    await this.disconnect();
  }
}

/** Returns a function to call at each error, which returns whether there were many within a short time. */
function watchForBurst(): () => boolean {
  const times: number[] = [];
  return () => {
    const now = performance.now();
    times.push(now);
    if (times.length > MAX_ERRORS) times.shift();
    return times.length === MAX_ERRORS && now - (times[0] ?? now) < ERRORS_WITHIN_MS;
  };
}
