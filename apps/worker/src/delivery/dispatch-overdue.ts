/** Sends what is overdue from the table, while the queue does not bring it. */
import type { Logger } from '@sendoff/runtime';
import { findDue, type Database, type DueEmail } from '@sendoff/db';
import type { DeliveryJobData } from '@sendoff/queue';
import { repeat, type Repetition } from '../maintenance/repeat.ts';
import type { RunInSlot } from './delivery-slots.ts';

/** What is known of the queue. */
export interface QueueState {
  /** Whether it can be written to, and could for some seconds. */
  readonly isUsable: boolean;
  /** Milliseconds since it brought anything to this worker. */
  readonly silentMs: number;
}

/** Where the queue does not bring mail: how long an email must have been due to be taken, and when to look again; in milliseconds. */
export interface OverdueTerms {
  readonly overdueMs: number;
  readonly pauseMs: number;
}

/** A job of a moment ago may still be on its way to a worker. */
const AWAY: OverdueTerms = { overdueMs: 1000, pauseMs: 500 };
/** Jobs may lie in the hands of a worker that has much to do; as long as the sweep lets them. */
const SILENT: OverdueTerms = { overdueMs: 5000, pauseMs: 1000 };
/** A queue that brought something since is at work, however long the backlog is. */
const SILENT_AFTER_MS = 3000;
/** A queue that can be written to, and brings nothing for so long though mail is overdue: its connections are made anew. */
const STUCK_MS = 15_000;
/** Time to the next look while there is more than this worker could take at once. */
const BUSY_PAUSE_MS = 100;
/** And after something failed, as when the database is away. */
const FAILED_PAUSE_MS = 2000;
/** Emails in hand for each slot: enough to keep all slots busy until the next look. */
const HELD_PER_PLACE = 8;
/**
 * So many times what a worker has room for is read, and a random part of it taken. All workers read the oldest; if all
 * took them too, all but one would come too late to each.
 */
const SAMPLE = 4;

/** When emails are taken from the table; null while the queue brings them. */
export function overdueTerms({ isUsable, silentMs }: QueueState): OverdueTerms | null {
  if (!isUsable) return AWAY;
  return silentMs >= SILENT_AFTER_MS ? SILENT : null;
}

/** What it takes. */
export interface OverdueParts {
  readonly database: Database;
  readonly deliver: (job: DeliveryJobData) => Promise<void>;
  /** A line of its own. */
  readonly run: RunInSlot;
  /** DeliverySlots of this worker. */
  readonly concurrency: number;
  readonly queueState: () => QueueState;
  /** Called when the queue can be written to and brings nothing. */
  readonly onStuck: () => void;
  readonly now: () => Date;
  readonly logger: Logger;
}

/**
 * Looks at the queue now and then, and takes overdue emails from the table while it cannot be used or is silent: a queue
 * that is gone slows mail and does not stop it. While the queue is at work, nothing is read.
 *
 * Whoever begins the attempt has the email, so jobs that come for the same emails, and other workers that do the same, do
 * no harm. A worker takes no more than it can soon begin, and leaves the rest to the others.
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
      logger.error({ err: failure }, 'overdue emails could not be worked on');
      failure = undefined;
      return FAILED_PAUSE_MS;
    }
    const terms = overdueTerms(queueState());
    if (terms === null) {
      loss.forget();
      return SILENT.pauseMs;
    }
    const room = mostHeld - inHand.size;
    // What is in hand still stands in the table, the oldest of all.
    if (room < mostHeld / 2) return BUSY_PAUSE_MS;
    const dueBefore = new Date(now().getTime() - terms.overdueMs);
    const limit = inHand.size + room * SAMPLE;
    const found = await findDue(database, { dueBefore, limit });
    const free = found.filter(({ id }) => !inHand.has(id));
    if (terms === SILENT && free.length > 0 && loss.goesOn(performance.now())) {
      logger.warn('the queue brings nothing though emails are overdue; its connections are made anew');
      onStuck();
    }
    takeAtRandom(free, room).forEach(begin);
    return free.length > room ? BUSY_PAUSE_MS : terms.pauseMs;
  };
  const looking = repeat(look, {
    intervalMs: SILENT.pauseMs,
    retryMs: FAILED_PAUSE_MS,
    failure: 'overdue emails could not be looked for',
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
 * Tells jobs that are lost now and then from a queue that brings none: `goesOn` is called whenever an email had to be taken
 * from the table though the queue can be written to, and returns whether that has gone on for so long that the queue itself
 * is to blame. Milliseconds of any clock.
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

/** `count` of the items at most, each as likely as any other, in their order. */
function takeAtRandom<Item>(items: readonly Item[], count: number): readonly Item[] {
  if (items.length <= count) return items;
  let left = count;
  return items.filter((_, index) => {
    const isTaken = Math.random() * (items.length - index) < left;
    if (isTaken) left -= 1;
    return isTaken;
  });
}
