/** Closes the abandoned attempts of lost workers, so that their emails move on. */
import { decideAfterAttempt, temporaryFailure, type AttemptOutcome } from '@sendoff/core';
import { milestones } from '@sendoff/runtime';
import { findExpiredLeases, findOpenAttempts, type OpenAttempt } from '@sendoff/db';
import { publishAttemptRecorded } from '../delivery/publish-attempt-recorded.ts';
import { recordAndScheduleRetry, type DeliveryParts } from '../delivery/process-delivery.ts';

/** What a sweep needs. */
export type SweepParts = Pick<DeliveryParts, 'database' | 'store' | 'leases' | 'queue' | 'policy' | 'logger'>;

const PAGE = 500;
const NEVER_BEGUN = temporaryFailure('The connection to the database was lost while the attempt was begun.');

/**
 * Closes abandoned attempts. An attempt with an expired lease is in doubt: its worker may have sent the email and died before
 * recording it. An attempt of this worker whose begin was never confirmed has sent nothing, so it is closed at once as a
 * temporary failure. Retries follow as after any attempt.
 *
 * @returns how many attempts were closed, including those that another worker closed first.
 */
export async function takeOverExpired(parts: SweepParts): Promise<number> {
  const { leases, logger } = parts;
  const neverBegun = await findNeverBegun(parts);
  const expired = await findExpiredLeases(parts.database, PAGE);
  const closings = [
    ...neverBegun.map((email) => ({ email, end: NEVER_BEGUN })),
    // This worker's own attempts are alive, even if the database was down too long to renew their leases.
    ...expired.filter(({ id }) => !leases.holds(id)).map((email) => ({ email, end: endOf(email, leases) })),
  ];
  const results = await Promise.allSettled(closings.map(({ email, end }) => close(parts, email, end)));
  // An attempt that cannot be recorded does not stop the others.
  for (const [index, result] of results.entries()) {
    if (result.status === 'rejected') {
      logger.error({ err: result.reason as unknown, emailId: closings[index]?.email.id }, 'an attempt could not be closed');
    }
  }
  return results.filter(({ status }) => status === 'fulfilled').length;
}

async function findNeverBegun({ database, leases }: SweepParts): Promise<OpenAttempt[]> {
  const ids = leases.unconfirmedClaims();
  if (ids.length === 0) return [];
  const open = await findOpenAttempts(database, ids);
  // Checked after the query: begins that completed meanwhile are confirmed by now.
  return open.filter(({ id, leaseOwner }) => leases.wasNeverConfirmed(id, leaseOwner));
}

const endOf = ({ id, leaseOwner }: OpenAttempt, leases: SweepParts['leases']) =>
  leases.wasNeverConfirmed(id, leaseOwner) ? NEVER_BEGUN : ({ kind: 'worker_lost' } as const);

async function close(parts: SweepParts, email: OpenAttempt, end: AttemptOutcome): Promise<void> {
  const decision = decideAfterAttempt(email, end, parts.policy);
  const wasOurs = await recordAndScheduleRetry(
    parts,
    { emailId: email.id, n: email.attempt, takenOver: end.kind === 'worker_lost' },
    decision,
  );
  if (wasOurs || end === NEVER_BEGUN) parts.leases.trackClosed(email.id);
  if (wasOurs) publishAttemptRecorded(milestones.takenOver, email, decision);
}
