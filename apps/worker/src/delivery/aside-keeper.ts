/** Keeps the emails aside that this worker prepares, and gives them back to the table. */
import { keepAside, returnEmails, type AttemptClaim, type Database, type Return, type SetAside } from '@sendoff/db';
import { shareKeyOf, type Logger } from '@sendoff/runtime';
import { ENQUEUE_HORIZON_MS, type DeliveryQueue } from '@sendoff/queue';
import { retryUntilDeadline } from './retry-until-deadline.ts';
import { openPostponeSchedule } from './postpone-schedule.ts';

/** Emails that were set aside, by this worker. */
export interface AsideKeeper {
  /** Keeps the email aside from now on; call the function that is returned to let go. */
  readonly keep: (email: SetAside) => () => void;
  /** Has the email due at once, with a job for it where one is wanted. @returns the claim on it; null when it has moved on. */
  readonly return: (email: SetAside, options: { readonly enqueue: boolean }) => Promise<AttemptClaim | null>;
  /** Puts the email off because there is no room for it; those of one key come back one after the other. */
  readonly postpone: (email: SetAside, why: { readonly reason: string; readonly message: string }) => Promise<void>;
  readonly stop: () => void;
}

/** Emails of one key that were put off come back so far apart, in milliseconds. */
const INTERVAL_MS = 200;
/** How long a time is kept in hand while the database is away; after that the email is due again by itself. */
const RECORDING_LIMIT_MS = 60_000;

/** Opens the keeper. Times are renewed three times in each length, as leases are: a worker that dies keeps nothing for longer. */
export function openAsideKeeper(parts: {
  readonly database: Database;
  readonly queue: Pick<DeliveryQueue, 'enqueue'>;
  readonly logger: Logger;
  /** Milliseconds for which `beginOrSetAside` sets emails aside. */
  readonly setAsideMs: number;
  /** A clock in milliseconds. */
  readonly now: () => number;
}): AsideKeeper {
  const { database, queue, logger, setAsideMs, now } = parts;
  const kept = new Set<SetAside>();
  const schedule = openPostponeSchedule(now);
  const timer = setInterval(() => {
    if (kept.size === 0) return;
    const claims = [...kept].map(({ emailId, generation }) => ({ emailId, generation }));
    keepAside(database, claims, setAsideMs).catch((error: unknown) => {
      logger.warn({ err: error, kept: kept.size }, 'emails that are being prepared could not be kept aside');
    });
  }, setAsideMs / 3);
  timer.unref();

  const giveBack = async ({ emailId, generation }: SetAside, when: Pick<Return, 'delayMs' | 'reason'>, enqueue: boolean) => {
    const write = () => returnEmails(database, [{ emailId, generation, ...when }]);
    const [claim] = await retryUntilDeadline(write, RECORDING_LIMIT_MS, logger);
    if (claim === undefined) return null;
    if (enqueue && when.delayMs <= ENQUEUE_HORIZON_MS) {
      queue.enqueue([{ ...claim, delayMs: when.delayMs }]).catch((error: unknown) => {
        logger.warn({ err: error, emailId }, 'no job for an email that was prepared yet; the sweep will make it');
      });
    }
    return claim;
  };

  return {
    keep: (email) => {
      kept.add(email);
      return () => void kept.delete(email);
    },
    return: (email, { enqueue }) => giveBack(email, { delayMs: 0, reason: null }, enqueue),
    postpone: async (email, { reason, message }) => {
      const sender = shareKeyOf(email.apiKeyId);
      const [terms] = schedule.terms([{ domain: null, sender, reason, message, intervalMs: INTERVAL_MS }]);
      if (terms === undefined) return;
      schedule.count(terms, 1);
      logger.info({ emailId: email.emailId, reason, forMs: terms.firstMs }, 'email postponed before an attempt');
      await giveBack(email, { delayMs: terms.firstMs, reason: terms.reason }, true);
    },
    stop: () => clearInterval(timer),
  };
}
