/** One email from its job to its next state. */
import { milestones } from '@sendoff/config';
import { ENQUEUE_HORIZON_MS, type DeliveryJobData, type DeliveryQueue } from '@sendoff/queue';
import { decideOutcome, type Decision, type RetryPolicy } from './decide-outcome.ts';
import { deliverEmail, type SendingParts } from './deliver-email.ts';
import type { DeliveryStore } from './delivery-store.ts';
import { insist } from './insist.ts';
import type { LeaseKeeper } from './lease-keeper.ts';
import type { HeldUpMail } from './put-off-held-up.ts';
import { noteRecorded } from './note-recorded.ts';

/** What a delivery needs. */
export interface DeliveryParts extends SendingParts {
  readonly queue: DeliveryQueue;
  readonly leases: LeaseKeeper;
  readonly policy: RetryPolicy;
  readonly store: DeliveryStore;
  readonly heldUp: HeldUpMail;
}

/** How long an outcome is kept in hand while the database is away; after that the attempt counts as in doubt. */
const RECORDING_LIMIT_MS = 60_000;

/**
 * Works on the email that a job points to, if there is anything to do for it.
 *
 * Nothing here trusts the job: it may be late, stale or one of many. Whoever begins the attempt in
 * the table has the email.
 */
export async function processDelivery(parts: DeliveryParts, { emailId, generation }: DeliveryJobData): Promise<void> {
  if (await parts.heldUp.putOff({ emailId, generation })) return;
  const email = await parts.store.begin({ emailId, generation });
  if (email === null) return;

  const letGo = parts.leases.hold(emailId);
  const { attempt } = email;
  milestones.begun.publish({ emailId, attempt });
  try {
    const report = await deliverEmail(parts, email);
    milestones.ended.publish({ emailId, attempt });
    const decision = decideOutcome(email, report, parts.policy);
    const wasOurs = await follow(parts, { emailId, n: attempt }, decision);
    parts.leases.noteRecorded(emailId);
    if (wasOurs) noteRecorded(milestones.recorded, email, decision);
  } finally {
    letGo();
    milestones.over.publish({ emailId, attempt });
  }
}

/**
 * Records the decision, and makes the next job when the next attempt is near.
 *
 * @returns whether the attempt was still the open one of its email.
 */
export async function follow(
  { store, queue, logger }: Pick<DeliveryParts, 'store' | 'queue' | 'logger'>,
  key: { readonly emailId: string; readonly n: number; readonly takenOver?: boolean },
  { result, after }: Decision,
): Promise<boolean> {
  const generation = await insist(() => store.record({ result, after, ...key }), RECORDING_LIMIT_MS, logger);
  const { outcome, reason, relay, replyCode } = result;
  logger.info({ emailId: key.emailId, attempt: key.n, status: after.status, outcome, reason, relay, replyCode }, 'attempt ended');

  if (generation === null) return false;
  if (after.retryInMs === null || after.retryInMs > ENQUEUE_HORIZON_MS) return true;
  queue.enqueue([{ emailId: key.emailId, generation, delayMs: after.retryInMs }]).catch((error: unknown) => {
    logger.warn({ err: error, emailId: key.emailId }, 'no job for the next attempt yet; the sweep will make it');
  });
  return true;
}
