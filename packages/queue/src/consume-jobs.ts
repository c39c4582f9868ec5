/** The end of a queue at which jobs are taken out. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '@sendoff/runtime';
import { COMMAND_TIMEOUT_MS, PROBE_TIMEOUT_MS, withTimeout } from './command-timeout.ts';
import { openEngine, type Engine, type QueueLocation } from './engine.ts';
import { openTaker, type ConsumedKind, type Taker, type WorkDone } from './open-taker.ts';
import { reportErrors } from './report-errors.ts';

/** Takes jobs and hands them to a function. */
export interface JobConsumer {
  /** Resolves when the engine can be used and jobs are being taken. */
  ready(): Promise<void>;
  /** Milliseconds since the last job came; since the start where none has. */
  silentMs(): number;
  /** Connects anew. Work under way goes on. */
  reopen(): void;
  /** Takes no more jobs, waits for the work under way, and disconnects. */
  close(): Promise<void>;
}

/** Time before an engine is tried again that could not be used, or not for long. */
const REOPEN_MS = 1000;
/** An engine that was taken from for so long is opened anew at once. */
const STEADY_MS = 10_000;

interface ConsumeOptions<Data extends object> extends QueueLocation {
  readonly logger: Logger;
  readonly concurrency: number;
  readonly work: (data: Data) => Promise<WorkDone>;
}

/**
 * Starts taking jobs, `concurrency` at once, and calls `work` with each thing that a job names. What it throws is
 * logged; the job is gone either way, when all that it names has been worked on. A job of which something was not begun
 * goes back into the queue, whole: whoever takes it next finds out what has been done.
 *
 * An engine that fails again and again is left, and opened anew once it can be written to: by then the address may lead to
 * another server. Work under way goes on meanwhile; its job is brought again, and finds it done.
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
  /** Waits for `promise`, but no longer than until this is closed. One at a time waits so. */
  const orClosed = (promise: Promise<unknown>): Promise<unknown> =>
    isClosed ? Promise.resolve() : Promise.race([promise, new Promise<void>((resolve) => (wake = resolve))]);

  /** BullMQ remembers for good that a first connection failed, so it is given an engine that is known to work. */
  const untilUsable = async (engine: Engine): Promise<void> => {
    while (!(await isUsable(engine, kind.queue, report)) && !isClosed) {
      engine.reconnect();
      await sleep(REOPEN_MS, undefined, { ref: false });
    }
  };
  /** Takes jobs until the engine fails, or this is closed. */
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
