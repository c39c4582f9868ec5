/** One email from its job to its next state. */
import type { Logger } from '@sendoff/config';
import { beginAttempt, loadDelivery, recordOutcome, type Database, type Delivery } from '@sendoff/db';
import { composeMessage, type DeliveryReport, type RelayMessage, type Relays } from '@sendoff/mail';
import { ENQUEUE_HORIZON_MS, type DeliveryJobData, type DeliveryQueue } from '@sendoff/queue';
import { actOut } from './act-out.ts';
import { decideOutcome, type Decision, type RetryPolicy, type Unsendable } from './decide-outcome.ts';
import { insist } from './insist.ts';
import type { LeaseKeeper } from './lease-keeper.ts';
import { envelope, outgoingMessage } from './outgoing-email.ts';

/** What a delivery needs. */
export interface DeliveryParts {
  readonly database: Database;
  readonly queue: DeliveryQueue;
  readonly relays: Relays;
  readonly leases: LeaseKeeper;
  readonly policy: RetryPolicy;
  /** The name of this worker, in leases and in the ledger. */
  readonly worker: string;
  readonly logger: Logger;
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
  const { database, leases, worker } = parts;
  const email = await loadDelivery(database, emailId);
  if (email?.generation !== generation) return;
  const attempt = await beginAttempt(database, { emailId, generation, worker, leaseMs: leases.leaseMs });
  if (attempt === null) return;

  const letGo = leases.hold(emailId);
  try {
    const report = await deliver(parts, email);
    const decision = decideOutcome({ ...email, attempt }, report, parts.policy);
    await follow(parts, { emailId, n: attempt }, decision);
  } finally {
    letGo();
  }
}

/** Sends the email; every failure comes back as a report. */
async function deliver({ relays, logger }: DeliveryParts, email: Delivery): Promise<DeliveryReport | Unsendable> {
  if (email.content === null) return unsendable('content_expired', 'The content of this email has been removed.');
  let message: RelayMessage;
  try {
    message = { envelope: envelope(email), raw: await composeMessage(outgoingMessage(email)) };
  } catch (error) {
    logger.error({ err: error, emailId: email.id }, 'email could not be composed');
    return unsendable('cannot_compose', 'The message could not be composed.');
  }
  return email.mode === 'test' ? actOut(message.envelope.to) : relays.deliver(message);
}

const unsendable = (reason: string, message: string): Unsendable => ({ kind: 'unsendable', reason, message });

/** Records the decision, and makes the next job when the next attempt is near. */
export async function follow(
  { database, queue, logger }: Pick<DeliveryParts, 'database' | 'queue' | 'logger'>,
  key: { readonly emailId: string; readonly n: number; readonly takenOver?: boolean },
  { result, after }: Decision,
): Promise<void> {
  const generation = await insist(() => recordOutcome(database, key, result, after), RECORDING_LIMIT_MS, logger);
  const { outcome, reason, relay, replyCode } = result;
  logger.info({ emailId: key.emailId, attempt: key.n, status: after.status, outcome, reason, relay, replyCode }, 'attempt ended');

  if (generation === null || after.retryInMs === null || after.retryInMs > ENQUEUE_HORIZON_MS) return;
  queue.enqueue([{ emailId: key.emailId, generation, delayMs: after.retryInMs }]).catch((error: unknown) => {
    logger.warn({ err: error, emailId: key.emailId }, 'no job for the next attempt yet; the sweep will make it');
  });
}
