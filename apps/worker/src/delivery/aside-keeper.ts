/** Holds emails that this worker set aside, and returns them to the table for their next attempt. */
import { keepAside, returnEmails, type AttemptClaim, type Database, type Return, type SetAside } from '@sendoff/db';
import { shareKeyOf, type Logger } from '@sendoff/runtime';
import { ENQUEUE_HORIZON_MS, type DeliveryQueue } from '@sendoff/queue';
import { retryUntilDeadline } from './retry-until-deadline.ts';
import { openPostponeSchedule } from './postpone-schedule.ts';

/** The emails that this worker has set aside. */
export interface AsideKeeper {
  /** Keeps renewing the email's set-aside time until the returned function is called. */
  readonly keep: (email: SetAside) => () => void;
  /** Makes the email due now, and optionally enqueues it. @returns the new claim; null when the email changed meanwhile. */
  readonly return: (email: SetAside, options: { readonly enqueue: boolean }) => Promise<AttemptClaim | null>;
  /** Postpones the email for lack of capacity. Emails of one key return spaced by {@link INTERVAL_MS}. */
  readonly postpone: (email: SetAside, why: { readonly reason: string; readonly message: string }) => Promise<void>;
  readonly stop: () => void;
}

/** Spacing between the returns of postponed emails of one key. */
const INTERVAL_MS = 200;
/** How long to retry the write while the database is down; after that the set-aside time runs out and the email is due. */
const RECORDING_LIMIT_MS = 60_000;

/** Opens the keeper. It renews three times per set-aside period, as leases are, so a dead worker's emails are soon due again. */
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
      logger.warn({ err: error, kept: kept.size }, 'could not extend the time of emails that are set aside');
    });
  }, setAsideMs / 3);
  timer.unref();

  const giveBack = async ({ emailId, generation }: SetAside, when: Pick<Return, 'delayMs' | 'reason'>, enqueue: boolean) => {
    const write = () => returnEmails(database, [{ emailId, generation, ...when }]);
    const [claim] = await retryUntilDeadline(write, RECORDING_LIMIT_MS, logger);
    if (claim === undefined) return null;
    if (enqueue && when.delayMs <= ENQUEUE_HORIZON_MS) {
      queue.enqueue([{ ...claim, delayMs: when.delayMs }]).catch((error: unknown) => {
        logger.warn({ err: error, emailId }, 'could not enqueue an email that was set aside; the sweep will enqueue it');
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
