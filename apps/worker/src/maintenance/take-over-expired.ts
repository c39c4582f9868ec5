/** Frees emails whose worker is gone. */
import { decideAfterAttempt, temporaryFailure, type AttemptOutcome } from '@sendoff/core';
import { milestones } from '@sendoff/runtime';
import { findExpiredLeases, findOpenAttempts, type OpenAttempt } from '@sendoff/db';
import { publishAttemptRecorded } from '../delivery/publish-attempt-recorded.ts';
import { recordAndScheduleRetry, type DeliveryParts } from '../delivery/process-delivery.ts';

/** What a sweep works with. */
export type SweepParts = Pick<DeliveryParts, 'database' | 'store' | 'leases' | 'queue' | 'policy' | 'logger'>;

const PAGE = 500;
const NEVER_BEGUN = temporaryFailure('The connection to the database was lost while the attempt was begun.');

/**
 * Closes the attempts that nobody has under way. One whose lease has ended is in doubt: its worker may
 * have sent the email and died before it could say so. One that this worker itself was given without
 * getting to know of it was not sent, so it is closed at once and as what it is. What follows is the
 * same as after any attempt.
 *
 * @returns how many attempts were closed, or found closed by another worker.
 */
export async function takeOverExpired(parts: SweepParts): Promise<number> {
  const { leases, logger } = parts;
  const neverBegun = await findNeverBegun(parts);
  const expired = await findExpiredLeases(parts.database, PAGE);
  const closings = [
    ...neverBegun.map((email) => ({ email, end: NEVER_BEGUN })),
    // Our own attempts are alive, however long the database was away.
    ...expired.filter(({ id }) => !leases.holds(id)).map((email) => ({ email, end: endOf(email, leases) })),
  ];
  const results = await Promise.allSettled(closings.map(({ email, end }) => close(parts, email, end)));
  // One that cannot be written down does not keep the others.
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
  // Asked only now: what has been begun since is known by now.
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
