/** Sends what waits for a time, when the time comes: scheduled emails, and those that were deferred or put off. */
import type { Logger } from '@sendoff/runtime';
import { findUpcoming, NOT_LOOKED_YET, type Database, type UpcomingEmail } from '@sendoff/db';
import { ENQUEUE_HORIZON_MS, type DeliveryJobData } from '@sendoff/queue';
import { repeat, type Repetition } from '../maintenance/repeat.ts';
import type { RunInSlot } from './delivery-slots.ts';

/** How far a look goes. What was accepted or put off for sooner than twice that has a job, and may be missed here. */
const AHEAD_MS = ENQUEUE_HORIZON_MS / 2;
const LOOK_EVERY_MS = AHEAD_MS / 2;
/** Emails held here at most, their time still to come or waiting for a slot. With so many, looking further gains nothing. */
const MAX_HELD = 2000;
/** A timer of Node.js may fire up to a millisecond early. */
const TIMER_MS = 1;

/**
 * Looks along the table all the time, a second ahead, and hands each email to `deliver` when it falls
 * due. The queue has no part in it: it can neither lose such an email nor hold it up.
 *
 * Every worker does this, and whoever begins the attempt first has the email. One that has been
 * canceled or moved since it was seen is not taken.
 */
export function dispatchScheduled({
  database,
  deliver,
  run,
  logger,
}: {
  readonly database: Database;
  readonly deliver: (job: DeliveryJobData) => Promise<void>;
  /** A line of its own, so that neither this nor what the queue brings stands behind all of the other. */
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
      .catch((error: unknown) => logger.error({ err: error, emailId }, 'an email that fell due could not be worked on'))
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
  const looking = repeat(look, { intervalMs: LOOK_EVERY_MS, failure: 'what falls due could not be looked for', logger });

  return {
    stop: async () => {
      stopped = true;
      await looking.stop();
      for (const timer of timers) clearTimeout(timer);
      await Promise.all(underWay);
    },
  };
}
