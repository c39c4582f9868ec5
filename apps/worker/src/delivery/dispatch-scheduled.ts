/** Delivers scheduled, deferred and postponed emails when they fall due. */
import type { Logger } from '@sendoff/runtime';
import { findUpcoming, NOT_LOOKED_YET, type Database, type UpcomingEmail } from '@sendoff/db';
import { ENQUEUE_HORIZON_MS, type DeliveryJobData } from '@sendoff/queue';
import { repeat, type Repetition } from '../maintenance/repeat.ts';
import type { RunInSlot } from './delivery-slots.ts';

/** How far ahead to read. An email due within twice this time is enqueued, so missing it here is harmless. */
const AHEAD_MS = ENQUEUE_HORIZON_MS / 2;
const LOOK_EVERY_MS = AHEAD_MS / 2;
/** Most emails held in memory, waiting for their time or for a slot. */
const MAX_HELD = 2000;
/** A timer of Node.js may fire up to a millisecond early. */
const TIMER_MS = 1;

/**
 * Polls the table a second ahead and passes each email to `deliver` when it falls due. The queue is not involved, so it can
 * neither lose nor delay such an email.
 *
 * Every worker does this; the first to begin the attempt owns the email. An email that was canceled or rescheduled meanwhile
 * has another generation and is not taken.
 */
export function dispatchScheduled({
  database,
  deliver,
  run,
  logger,
}: {
  readonly database: Database;
  readonly deliver: (job: DeliveryJobData) => Promise<void>;
  /** A source of work of its own, so that due emails and queued jobs take turns. */
  readonly run: RunInSlot;
  readonly logger: Logger;
}): Repetition {
  const timers = new Set<NodeJS.Timeout>();
  const underWay = new Set<Promise<unknown>>();
  let position = NOT_LOOKED_YET;
  let stopped = false;

  const begin = ({ id: emailId, generation, traceparent }: UpcomingEmail): void => {
    const job = { emailId, generation, ...(traceparent !== null && { traceparent }) };
    const delivery = run(() => (stopped ? Promise.resolve() : deliver(job)))
      .catch((error: unknown) => logger.error({ err: error, emailId }, 'could not process a due email'))
      .finally(() => underWay.delete(delivery));
    underWay.add(delivery);
  };
  const beginInTime = (email: UpcomingEmail): void => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      begin(email);
    }, email.dueInMs + TIMER_MS);
    timers.add(timer);
  };
  const look = async (): Promise<void> => {
    const limit = MAX_HELD - timers.size - underWay.size;
    if (limit <= 0) return;
    const { emails, lookedUntil } = await findUpcoming(database, { after: position, aheadMs: AHEAD_MS, limit });
    position = lookedUntil;
    emails.forEach(beginInTime);
  };
  const looking = repeat(look, { intervalMs: LOOK_EVERY_MS, failure: 'could not query upcoming emails', logger });

  return {
    stop: async () => {
      stopped = true;
      await looking.stop();
      for (const timer of timers) clearTimeout(timer);
      await Promise.all(underWay);
    },
  };
}
