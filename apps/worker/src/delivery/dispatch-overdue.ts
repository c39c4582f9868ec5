/** Delivers overdue emails straight from the table while the queue is unavailable or delivers no jobs. */
import type { Logger } from '@sendoff/runtime';
import { findDue, type Database, type DueEmail } from '@sendoff/db';
import type { DeliveryJobData } from '@sendoff/queue';
import { repeat, type Repetition } from '../maintenance/repeat.ts';
import type { RunInSlot } from './delivery-slots.ts';

/** The state of the queue as this worker sees it. */
export interface QueueState {
  /** Whether writes succeed, and have for some seconds. */
  readonly isUsable: boolean;
  /** Milliseconds since this worker last received a job. */
  readonly silentMs: number;
}

/** Without the queue: how long an email must be overdue before it is taken, and the polling interval; in milliseconds. */
export interface OverdueTerms {
  readonly overdueMs: number;
  readonly pauseMs: number;
}

/** While the queue is unavailable. A job enqueued just before may still reach a worker. */
const AWAY: OverdueTerms = { overdueMs: 1000, pauseMs: 500 };
/** While the queue is silent. A busy worker may hold prefetched jobs; this is the grace period of the sweep. */
const SILENT: OverdueTerms = { overdueMs: 5000, pauseMs: 1000 };
/** A queue that delivered a job more recently is working, however long the backlog is. */
const SILENT_AFTER_MS = 3000;
/** Reconnect when the queue accepts writes but has delivered nothing for this long while emails are overdue. */
const STUCK_MS = 15_000;
/** Polling interval while more is overdue than this worker can take at once. */
const BUSY_PAUSE_MS = 100;
/** Polling interval after a failure, such as an unavailable database. */
const FAILED_PAUSE_MS = 2000;
/** Emails held per slot: enough to keep all slots busy until the next poll. */
const HELD_PER_PLACE = 8;
/**
 * A worker reads this many times its free capacity and takes a random part of it. All workers read the oldest emails; if
 * all took the same ones, they would compete for each.
 */
const SAMPLE = 4;

/** The terms for taking emails from the table; null while the queue delivers jobs. */
export function overdueTerms({ isUsable, silentMs }: QueueState): OverdueTerms | null {
  if (!isUsable) return AWAY;
  return silentMs >= SILENT_AFTER_MS ? SILENT : null;
}

/** What {@link dispatchOverdue} needs. */
export interface OverdueParts {
  readonly database: Database;
  readonly deliver: (job: DeliveryJobData) => Promise<void>;
  /** A source of work of its own, see `DeliverySlots`. */
  readonly run: RunInSlot;
  /** Number of delivery slots. */
  readonly concurrency: number;
  readonly queueState: () => QueueState;
  /** Called when the queue accepts writes but delivers no jobs. */
  readonly onStuck: () => void;
  readonly now: () => Date;
  readonly logger: Logger;
}

/**
 * Checks the queue regularly, and takes overdue emails from the table while it is unavailable or silent: losing the queue
 * slows mail but does not stop it. While the queue works, the table is not read.
 *
 * An email belongs to the worker that begins its attempt, so late jobs and other workers doing the same are harmless. A
 * worker takes no more than it can begin soon.
 */
export function dispatchOverdue(parts: OverdueParts): Repetition {
  const { database, deliver, run, concurrency, queueState, onStuck, now, logger } = parts;
  const inHand = new Map<string, Promise<unknown>>();
  const mostHeld = concurrency * HELD_PER_PLACE;
  let stopped = false;
  const loss = watchForLoss();
  let failure: unknown;

  const begin = ({ id: emailId, generation, traceparent }: DueEmail): void => {
    const job = { emailId, generation, ...(traceparent !== null && { traceparent }) };
    const delivery = run(() => (stopped ? Promise.resolve() : deliver(job)))
      .catch((error: unknown) => {
        failure = error;
      })
      .finally(() => inHand.delete(emailId));
    inHand.set(emailId, delivery);
  };
  const look = async (): Promise<number> => {
    if (failure !== undefined) {
      logger.error({ err: failure }, 'could not process overdue emails');
      failure = undefined;
      return FAILED_PAUSE_MS;
    }
    const terms = overdueTerms(queueState());
    if (terms === null) {
      loss.forget();
      return SILENT.pauseMs;
    }
    const room = mostHeld - inHand.size;
    // Emails already held are the oldest in the table, so they would be read again.
    if (room < mostHeld / 2) return BUSY_PAUSE_MS;
    const dueBefore = new Date(now().getTime() - terms.overdueMs);
    const limit = inHand.size + room * SAMPLE;
    const found = await findDue(database, { dueBefore, limit });
    const free = found.filter(({ id }) => !inHand.has(id));
    if (terms === SILENT && free.length > 0 && loss.goesOn(performance.now())) {
      logger.warn('the queue delivers no jobs although emails are overdue; reconnecting');
      onStuck();
    }
    takeAtRandom(free, room).forEach(begin);
    return free.length > room ? BUSY_PAUSE_MS : terms.pauseMs;
  };
  const looking = repeat(look, {
    intervalMs: SILENT.pauseMs,
    retryMs: FAILED_PAUSE_MS,
    failure: 'could not query overdue emails',
    logger,
  });

  return {
    stop: async () => {
      stopped = true;
      await looking.stop();
      await Promise.all(inHand.values());
    },
  };
}

/**
 * Distinguishes occasional lost jobs from a stuck queue. Call `goesOn` whenever an email had to be taken from the table
 * although the queue accepts writes; it returns true once that has lasted {@link STUCK_MS}. Times are milliseconds of any
 * clock.
 */
export function watchForLoss(): { readonly goesOn: (now: number) => boolean; readonly forget: () => void } {
  let since: number | undefined;
  return {
    goesOn: (now) => {
      if (since === undefined || now - since > 2 * STUCK_MS) since = now;
      if (now - since < STUCK_MS) return false;
      since = undefined;
      return true;
    },
    forget: () => {
      since = undefined;
    },
  };
}

/** A uniform random sample of at most `count` items, in their original order. */
function takeAtRandom<Item>(items: readonly Item[], count: number): readonly Item[] {
  if (items.length <= count) return items;
  let left = count;
  return items.filter((_, index) => {
    const isTaken = Math.random() * (items.length - index) < left;
    if (isTaken) left -= 1;
    return isTaken;
  });
}
