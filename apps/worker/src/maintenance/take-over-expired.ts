/** Frees emails whose worker is gone. */
import { milestones } from '@sendoff/config';
import { findExpiredLeases } from '@sendoff/db';
import { unprepared } from '../delivery/attempt-end.ts';
import { decideOutcome } from '../delivery/decide-outcome.ts';
import { noteRecorded } from '../delivery/note-recorded.ts';
import { follow, type DeliveryParts } from '../delivery/process-delivery.ts';

/** What a sweep works with. */
export type SweepParts = Pick<DeliveryParts, 'database' | 'store' | 'leases' | 'queue' | 'policy' | 'logger'>;

const PAGE = 500;
const NEVER_BEGUN = unprepared('The connection to the database was lost while the attempt was begun.');

/**
 * Closes the attempts whose lease has ended as in doubt: their worker may have sent the email and
 * died before it could say so. Only an attempt that this worker knows it never got to see is not. What follows is the same as after any attempt that is in doubt.
 *
 * @returns how many attempts were closed, or found closed by another worker.
 */
export async function takeOverExpired(parts: SweepParts): Promise<number> {
  const found = await findExpiredLeases(parts.database, PAGE);
  // Our own attempts are alive, however long the database was away.
  const expired = found.filter(({ id }) => !parts.leases.holds(id));
  const closings = await Promise.allSettled(
    expired.map(async (email) => {
      const end = parts.leases.neverKnewOf(email.id, email.leaseOwner) ? NEVER_BEGUN : ({ kind: 'abandoned' } as const);
      const decision = decideOutcome(email, end, parts.policy);
      const wasOurs = await follow(parts, { emailId: email.id, n: email.attempt, takenOver: true }, decision);
      if (wasOurs) noteRecorded(milestones.takenOver, email, decision);
    }),
  );
  // One that cannot be written down does not keep the others.
  for (const [index, closing] of closings.entries()) {
    if (closing.status === 'rejected') {
      parts.logger.error({ err: closing.reason as unknown, emailId: expired[index]?.id }, 'an attempt could not be closed');
    }
  }
  return closings.filter(({ status }) => status === 'fulfilled').length;
}
