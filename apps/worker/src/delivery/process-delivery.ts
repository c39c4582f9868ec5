/** Processes one email from its job to its next state. */
import { decideAfterAttempt, type AttemptOutcome, type Decision, type LocalFailure, type RetryPolicy } from '@sendoff/core';
import { type Share, milestones } from '@sendoff/runtime';
import type { AttemptClaim, Delivery, SetAside } from '@sendoff/db';
import { ENQUEUE_HORIZON_MS, type DeliveryJobData, type DeliveryQueue } from '@sendoff/queue';
import type { AsideKeeper } from './aside-keeper.ts';
import { deliverEmail, type SendingParts } from './deliver-email.ts';
import type { DeliveryStore } from './delivery-store.ts';
import { retryUntilDeadline } from './retry-until-deadline.ts';
import type { Lane } from './lane.ts';
import type { LeaseKeeper } from './lease-keeper.ts';
import type { Postponer } from './postpone-blocked.ts';
import { publishAttemptRecorded } from './publish-attempt-recorded.ts';

/** What a delivery needs. */
export interface DeliveryParts extends SendingParts {
  readonly queue: DeliveryQueue;
  readonly leases: LeaseKeeper;
  readonly policy: RetryPolicy;
  readonly store: DeliveryStore;
  readonly blocked: Postponer;
}

/** How long to retry recording an outcome while the database is down; after that the attempt counts as in doubt. */
const RECORDING_LIMIT_MS = 60_000;

/** The lanes for emails that are set aside. */
export interface Lanes {
  readonly fetching: Pick<Lane, 'take'>;
  readonly large: Pick<Lane, 'take'>;
}

/**
 * Processes the email that a job points to, if an attempt is due.
 *
 * The job is only a hint: it may be late, stale or a duplicate. The worker that begins the attempt in the table owns the email.
 * An email that needs a fetch or much memory first goes into a lane of its own and holds no slot.
 */
export async function processDelivery(
  parts: DeliveryParts,
  { fetching, large }: Lanes,
  { emailId, generation }: DeliveryJobData,
): Promise<void> {
  if (await parts.blocked.postpone({ emailId, generation })) return;
  const email = await parts.store.begin({ emailId, generation });
  if (email === null) return;
  if (!isSetAside(email)) await endAttempt(parts, email, () => deliverEmail(parts, email));
  else if (email.isToBeFetched) fetching.take(email);
  else large.take(email);
}

/** Sends an email that was set aside, with memory that the lane has acquired. */
export async function sendSetAside(parts: DeliveryParts & AsideParts, setAside: SetAside, share: Share): Promise<void> {
  await beginSetAside(parts, setAside, (email) => deliverEmail(parts, email, share));
}

/** Fails an email that was set aside and cannot be prepared, with an attempt that records the reason. */
export async function failSetAside(parts: DeliveryParts & AsideParts, setAside: SetAside, end: LocalFailure): Promise<void> {
  await beginSetAside(parts, setAside, () => Promise.resolve(end));
}

/** Returns emails that were set aside to the table. */
export interface AsideParts {
  readonly aside: Pick<AsideKeeper, 'return'>;
}

async function beginSetAside(
  parts: DeliveryParts & AsideParts,
  setAside: SetAside,
  work: (email: Delivery) => Promise<AttemptOutcome>,
): Promise<void> {
  const claim: AttemptClaim | null = await parts.aside.return(setAside, { enqueue: false });
  const email = claim === null ? null : await parts.store.begin({ ...claim, isPrepared: true });
  // Another worker may have begun it, or it was canceled.
  if (email !== null && !isSetAside(email)) await endAttempt(parts, email, () => work(email));
}

export const isSetAside = (email: Delivery | SetAside): email is SetAside => 'kind' in email;

/** Runs `work` for the attempt that was begun, and records its outcome. */
async function endAttempt(parts: DeliveryParts, email: Delivery, work: () => Promise<AttemptOutcome>): Promise<void> {
  const { id: emailId, attempt } = email;
  const letGo = parts.leases.hold(emailId);
  milestones.begun.publish({ emailId, attempt });
  try {
    const outcome = await work();
    milestones.ended.publish({ emailId, attempt });
    const decision = decideAfterAttempt(email, outcome, parts.policy);
    const wasOurs = await recordAndScheduleRetry(parts, { emailId, n: attempt }, decision);
    parts.leases.trackRecorded(emailId);
    if (wasOurs) publishAttemptRecorded(milestones.recorded, email, decision);
  } finally {
    letGo();
    milestones.over.publish({ emailId, attempt });
  }
}

/**
 * Records the decision, and enqueues the next attempt when it is near.
 *
 * @returns whether the attempt was still the open attempt of its email.
 */
export async function recordAndScheduleRetry(
  { store, queue, logger }: Pick<DeliveryParts, 'store' | 'queue' | 'logger'>,
  key: { readonly emailId: string; readonly n: number; readonly takenOver?: boolean },
  { record, after }: Decision,
): Promise<boolean> {
  const generation = await retryUntilDeadline(() => store.record({ record, after, ...key }), RECORDING_LIMIT_MS, logger);
  const { outcome, reason, relay, replyCode } = record;
  logger.info({ emailId: key.emailId, attempt: key.n, status: after.status, outcome, reason, relay, replyCode }, 'attempt ended');

  if (generation === null) return false;
  if (after.retryInMs === null || after.retryInMs > ENQUEUE_HORIZON_MS) return true;
  queue.enqueue([{ emailId: key.emailId, generation, delayMs: after.retryInMs }]).catch((error: unknown) => {
    logger.warn({ err: error, emailId: key.emailId }, 'could not enqueue the next attempt; the sweep will enqueue it');
  });
  return true;
}
