/** Keeps the worker's deliveries free from mail that could only wait. */
import { groupCommit, type Logger } from '@sendoff/runtime';
import { TEST_ADDRESSES } from '@sendoff/core';
import { putOffEmails, type AttemptClaim, type Database } from '@sendoff/db';
import type { Relays } from '@sendoff/mail';
import { ENQUEUE_HORIZON_MS, type DeliveryQueue } from '@sendoff/queue';
import { openPutOffSchedule } from './put-off-schedule.ts';
import { RELAY_TROUBLE_LIMIT_MS } from './retry-schedule.ts';

/** Puts off what is held up. */
export interface HeldUpMail {
  /** Whether the email was put off; false at no cost while nothing is held up. */
  readonly putOff: (claim: AttemptClaim) => Promise<boolean>;
}

/** Emails in one statement at most. */
const MAX_AT_ONCE = 200;
const LIMITS = { limitMs: RELAY_TROUBLE_LIMIT_MS, actedOut: TEST_ADDRESSES };

/**
 * Looks at what the relays hold up, before an attempt is begun: an email for a receiver that keeps
 * others waiting, of a key whose mail is answered slowly, or beyond what a rate limit lets through soon, gets a later time in the table and
 * frees its place at once. It leaves no trace in the ledger, however often that happens; only
 * `waiting` says why it waits.
 */
export function openHeldUpMail(parts: {
  readonly database: Database;
  readonly queue: DeliveryQueue;
  readonly relays: Pick<Relays, 'heldUp'>;
  readonly logger: Logger;
  /** A clock in milliseconds. */
  readonly now: () => number;
}): HeldUpMail {
  const { database, queue, relays, logger } = parts;
  const schedule = openPutOffSchedule(parts.now);

  const putOffTogether = async (claims: readonly AttemptClaim[]): Promise<boolean[]> => {
    const terms = schedule.terms(relays.heldUp());
    if (terms.length === 0) return claims.map(() => false);
    const putOff = await putOffEmails(database, claims, terms, LIMITS);
    for (const [index, each] of terms.entries()) {
      const count = putOff.filter(({ n }) => n === index).length;
      schedule.note(each, count);
      const { domain, sender, reason } = each;
      if (count > 0) logger.info({ count, domain, sender, reason }, 'emails were put off before an attempt');
    }
    const soon = putOff.filter(({ delayMs }) => delayMs <= ENQUEUE_HORIZON_MS);
    queue.enqueue(soon).catch((error: unknown) => {
      logger.warn({ err: error, emails: soon.length }, 'no jobs for emails that were put off yet; the sweep will make them');
    });
    const ids = new Set(putOff.map(({ emailId }) => emailId));
    return claims.map(({ emailId }) => ids.has(emailId));
  };
  const putOffGrouped = groupCommit(putOffTogether, { maxItems: MAX_AT_ONCE });

  return { putOff: (claim) => (relays.heldUp().length === 0 ? Promise.resolve(false) : putOffGrouped(claim)) };
}
