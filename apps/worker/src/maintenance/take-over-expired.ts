/** Frees emails whose worker is gone. */
import { findExpiredLeases, loadDelivery } from '@sendoff/db';
import { decideOutcome } from '../delivery/decide-outcome.ts';
import { follow, type DeliveryParts } from '../delivery/process-delivery.ts';

const PAGE = 500;

/**
 * Closes the attempts whose lease has ended as in doubt: their worker may have sent the email and
 * died before it could say so. What follows is the same as after any attempt that is in doubt.
 *
 * @returns how many attempts were closed, or found closed by another worker.
 */
export async function takeOverExpired(parts: Pick<DeliveryParts, 'database' | 'queue' | 'policy' | 'logger'>): Promise<number> {
  const expired = await findExpiredLeases(parts.database, PAGE);
  for (const { id, attemptCount } of expired) {
    const email = await loadDelivery(parts.database, id);
    if (email === null) continue;
    const decision = decideOutcome({ ...email, attempt: attemptCount }, { kind: 'abandoned' }, parts.policy);
    await follow(parts, { emailId: id, n: attemptCount, takenOver: true }, decision);
  }
  return expired.length;
}
