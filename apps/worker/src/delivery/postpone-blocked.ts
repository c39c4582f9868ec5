/** Postpones blocked mail before an attempt, so that it holds no delivery slot. */
import { groupCommit, type Logger } from '@sendoff/runtime';
import { RELAY_ERROR_LIMIT_MS, TEST_ADDRESSES } from '@sendoff/core';
import { postponeEmails, type AttemptClaim, type Database } from '@sendoff/db';
import type { Relays } from '@sendoff/mail';
import { ENQUEUE_HORIZON_MS, type DeliveryQueue } from '@sendoff/queue';
import { openPostponeSchedule } from './postpone-schedule.ts';

/** Postpones blocked mail. */
export interface Postponer {
  /** Whether the email was postponed. While no mail is blocked, resolves to false without a query. */
  readonly postpone: (claim: AttemptClaim) => Promise<boolean>;
}

/** Most emails in one statement. */
const MAX_AT_ONCE = 200;
const LIMITS = { limitMs: RELAY_ERROR_LIMIT_MS, simulated: TEST_ADDRESSES };

/**
 * Checks what the relays block before an attempt begins. An email to a receiver that delays others, of a key whose mail is
 * answered slowly, or over a rate limit gets a later time in the table and frees its slot at once. No attempt is recorded,
 * however often that happens; only `waiting` in the API says why it waits.
 */
export function openPostponer(parts: {
  readonly database: Database;
  readonly queue: DeliveryQueue;
  readonly relays: Pick<Relays, 'blocked'>;
  readonly logger: Logger;
  /** A clock in milliseconds. */
  readonly now: () => number;
}): Postponer {
  const { database, queue, relays, logger } = parts;
  const schedule = openPostponeSchedule(parts.now);

  const postponeTogether = async (claims: readonly AttemptClaim[]): Promise<boolean[]> => {
    const terms = schedule.terms(relays.blocked());
    if (terms.length === 0) return claims.map(() => false);
    const postponed = await postponeEmails(database, claims, terms, LIMITS);
    for (const [index, each] of terms.entries()) {
      const count = postponed.filter(({ n }) => n === index).length;
      schedule.count(each, count);
      const { domain, sender, reason } = each;
      if (count > 0) logger.info({ count, domain, sender, reason }, 'emails postponed before an attempt');
    }
    const soon = postponed.filter(({ delayMs }) => delayMs <= ENQUEUE_HORIZON_MS);
    queue.enqueue(soon).catch((error: unknown) => {
      logger.warn({ err: error, emails: soon.length }, 'could not enqueue postponed emails; the sweep will enqueue them');
    });
    const ids = new Set(postponed.map(({ emailId }) => emailId));
    return claims.map(({ emailId }) => ids.has(emailId));
  };
  const postponeGrouped = groupCommit(postponeTogether, { maxItems: MAX_AT_ONCE });

  return { postpone: (claim) => (relays.blocked().length === 0 ? Promise.resolve(false) : postponeGrouped(claim)) };
}
