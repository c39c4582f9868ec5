/** Frees emails whose worker is gone. */
import { milestones } from '@sendoff/config';
import { findExpiredLeases } from '@sendoff/db';
import { decideOutcome } from '../delivery/decide-outcome.ts';
import { noteRecorded } from '../delivery/note-recorded.ts';
import { follow, type DeliveryParts } from '../delivery/process-delivery.ts';

/** What a sweep works with. */
export type SweepParts = Pick<DeliveryParts, 'database' | 'store' | 'leases' | 'queue' | 'policy' | 'logger'>;

const PAGE = 500;

/**
 * Closes the attempts whose lease has ended as in doubt: their worker may have sent the email and
 * died before it could say so. What follows is the same as after any attempt that is in doubt.
 *
 * @returns how many attempts were closed, or found closed by another worker.
 */
export async function takeOverExpired(parts: SweepParts): Promise<number> {
  const found = await findExpiredLeases(parts.database, PAGE);
  // Our own attempts are alive, however long the database was away.
  const expired = found.filter(({ id }) => !parts.leases.holds(id));
  await Promise.all(
    expired.map(async (email) => {
      const decision = decideOutcome(email, { kind: 'abandoned' }, parts.policy);
      const wasOurs = await follow(parts, { emailId: email.id, n: email.attempt, takenOver: true }, decision);
      if (wasOurs) noteRecorded(milestones.takenOver, email, decision);
    }),
  );
  return expired.length;
}
