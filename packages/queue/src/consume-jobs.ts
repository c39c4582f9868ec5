/** The consuming side of a queue. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '@sendoff/runtime';
import { COMMAND_TIMEOUT_MS, PROBE_TIMEOUT_MS, withTimeout } from './command-timeout.ts';
import type { Engine } from './engine.ts';
import { openEngine, type QueueLocation } from './open-engine.ts';
import { openTaker, type ConsumedKind, type Taker, type WorkDone } from './open-taker.ts';
import { reportErrors } from './report-errors.ts';

/** Takes jobs and passes them to a function. */
export interface JobConsumer {
  /** Resolves when the engine is available and jobs are being taken. */
  ready(): Promise<void>;
  /** Milliseconds since the last job, or since the start. */
  silentMs(): number;
  /** Reconnects. Running work continues. */
  reopen(): void;
  /** Takes no more jobs, waits for running work, and disconnects. */
  close(): Promise<void>;
}

/** Delay before reopening an engine that was unavailable, or failed soon. */
const REOPEN_MS = 1000;
/** An engine that worked for this long is reopened without delay. */
const STEADY_MS = 10_000;

interface ConsumeOptions<Data extends object> extends QueueLocation {
  readonly logger: Logger;
  readonly concurrency: number;
  readonly work: (data: Data) => Promise<WorkDone>;
}

/**
 * Starts taking jobs, at most `concurrency` concurrently, and calls `work` with each item of a job. Errors of `work` are
 * logged, and the job is removed when all its items are processed. A job with an item that was not begun returns to the queue
 * as a whole; its next consumer skips the items already processed.
 *
 * An engine that fails repeatedly is closed, and reopened once it accepts writes: by then its address may lead to another
 * server. Running work continues; its job is delivered again and finds nothing left to do.
 */
export function consumeJobs<Data extends object>(kind: ConsumedKind<Data>, options: ConsumeOptions<Data>): JobConsumer {
  const report = reportErrors(options.redisUrl === undefined ? 'postgres' : 'redis', options.logger);
  const underWay = new Set<Promise<unknown>>();
  let lastCame = performance.now();
  let isClosed = false;
  let wake: () => void = () => undefined;
  let taker: Taker | undefined;
  let becomeReady: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => (becomeReady = resolve));

  const track = <Value>(promise: Promise<Value>): Promise<Value> => {
    underWay.add(promise);
    promise.catch(() => undefined).finally(() => underWay.delete(promise));
    return promise;
  };
  const work = (data: Data): Promise<WorkDone> => {
    lastCame = performance.now();
    return track(options.work(data));
  };
  const hasClosed = (): boolean => isClosed;
  /** Waits for `promise` or until closed. Supports one pending call at a time. */
  const orClosed = (promise: Promise<unknown>): Promise<unknown> =>
    isClosed ? Promise.resolve() : Promise.race([promise, new Promise<void>((resolve) => (wake = resolve))]);

  /** Waits until the engine works, because BullMQ never recovers from a failed first connection. */
  const untilUsable = async (engine: Engine): Promise<void> => {
    while (!(await isUsable(engine, kind.queue, report)) && !isClosed) {
      engine.reconnect();
      await sleep(REOPEN_MS, undefined, { ref: false });
    }
  };
  /** Takes jobs until the engine fails or the consumer is closed. */
  const take = async (): Promise<void> => {
    const engine = openEngine(options, 'consumer');
    await orClosed(untilUsable(engine));
    if (hasClosed()) return engine.close();
    taker = openTaker(kind, engine, { ...options, work, report });
    try {
      await orClosed(taker.begin().then(becomeReady));
      await orClosed(taker.failed);
    } catch (error) {
      report(error as Error);
    }
    if (hasClosed()) await taker.finish();
    else void track(taker.leave());
  };
  const taking = (async (): Promise<void> => {
    while (!hasClosed()) {
      const began = performance.now();
      await take();
      if (performance.now() - began < STEADY_MS) await orClosed(sleep(REOPEN_MS, undefined, { ref: false }));
    }
  })();

  return {
    ready: () => ready,
    silentMs: () => performance.now() - lastCame,
    reopen: () => taker?.abandon(),
    close: async () => {
      isClosed = true;
      wake();
      await taking;
      await Promise.allSettled(underWay);
    },
  };
}

async function isUsable(engine: Engine, queueName: string, report: (error: Error) => void): Promise<boolean> {
  try {
    await engine.reach(COMMAND_TIMEOUT_MS);
    await withTimeout(engine.probe(queueName), PROBE_TIMEOUT_MS);
    return true;
  } catch (error) {
    report(error as Error);
    return false;
  }
}
