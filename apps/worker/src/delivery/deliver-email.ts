/** One delivery attempt: compose the email, or load the submitted message, and pass it to a relay. */
import { shareKeyOf, type Share, milestones, type Logger } from '@sendoff/runtime';
import {
  isTestAddress,
  permanentFailure,
  temporaryFailure,
  type AttemptOutcome,
  type LocalFailure,
  type RecipientOutcome,
  type RelayOutcome,
} from '@sendoff/core';
import type { Database, Delivery, DeliveryMessage } from '@sendoff/db';
import type { ReturnPaths } from '@sendoff/feedback/return-path';
import { composeMessage, outgoingMessage, simulate, type OutboundMessage, type Relays } from '@sendoff/mail';
import { isToBeFetched, memoryOf, type SendingMemory } from './sending-memory.ts';
import { loadAttachments, type LoadedAttachment, type LoadedDelivery } from './load-attachments.ts';
import { loadSubmittedMessage } from './load-submitted-message.ts';
import { envelope, isToBeTried, suppressedRecipients } from './outgoing-email.ts';

/** What sending an email needs. */
export interface SendingParts {
  readonly database: Database;
  readonly relays: Relays;
  /** Aborted when the shutdown timeout is near: messages that no relay has accepted yet are returned. */
  readonly recall: AbortSignal;
  /** Builds the return path of each email; null when bounces go to the sender. */
  readonly returnPaths: Pick<ReturnPaths, 'addressOf'> | null;
  /** The memory budget for loading and composing messages. */
  readonly memory: SendingMemory;
  readonly logger: Logger;
}

const EXPIRED = 'The content of this email has been removed.';
/** Longest wait for memory while holding a delivery slot; after that the email is deferred. */
const MEMORY_WAIT_TIMEOUT_MS = 10_000;

/**
 * Sends the email. Never throws for a failed delivery: every failure is an outcome.
 *
 * @param share memory that the caller has already acquired, and releases itself.
 */
export async function deliverEmail(parts: SendingParts, email: Delivery, share?: Share): Promise<AttemptOutcome> {
  const suppressed = suppressedRecipients(email);
  if (suppressed.length > 0 && !email.recipients.some(isToBeTried)) return { kind: 'suppressed', recipients: suppressed };
  if (email.content === null) return permanentFailure('content_expired', EXPIRED);
  const memory = share ?? (await takeMemory(parts, email));
  if (memory === null) return temporaryFailure('No memory was free for this email: other emails of the same API key use it.');
  try {
    const message = await prepare(parts, email);
    if (message.kind !== 'prepared') return message;
    // The parts are no longer referenced, only the composed message.
    memory.shrinkTo(message.raw.length);
    return await hand(message, parts, email, suppressed);
  } finally {
    memory.release();
  }
}

const NO_MEMORY: Share = { shrinkTo: () => undefined, release: () => undefined };

/** Null when none becomes free within {@link MEMORY_WAIT_TIMEOUT_MS}. */
async function takeMemory({ memory, recall }: SendingParts, email: Delivery): Promise<Share | null> {
  const amount = memoryOf(email);
  if (amount === 0) return NO_MEMORY;
  return memory.medium.acquireWithin(shareKeyOf(email.apiKeyId), MEMORY_WAIT_TIMEOUT_MS, { amount, signal: recall });
}

type PreparedMessage = OutboundMessage & { readonly kind: 'prepared' };

/** Loads the submitted message, or composes one. */
async function prepare(parts: SendingParts, email: Delivery): Promise<PreparedMessage | LocalFailure> {
  const submitted = email.content?.message ?? null;
  if (submitted !== null) return loadWhole(parts, email, submitted);
  try {
    return await compose(await loadAttachments(parts.database, email), parts.logger);
  } catch (error) {
    parts.logger.error({ err: error, emailId: email.id }, 'could not read attachments from the database');
    return temporaryFailure('The files of the email could not be read from the database.');
  }
}

async function loadWhole(
  { database, logger }: Pick<SendingParts, 'database' | 'logger'>,
  email: Delivery,
  submitted: DeliveryMessage,
): Promise<PreparedMessage | LocalFailure> {
  try {
    const message = await loadSubmittedMessage(database, submitted, email.recipients);
    return message === null ? permanentFailure('content_expired', EXPIRED) : { kind: 'prepared', ...message };
  } catch (error) {
    logger.error({ err: error, emailId: email.id }, 'could not read the submitted message from the database');
    return temporaryFailure('The message could not be read from the database.');
  }
}

async function compose(email: LoadedDelivery, logger: Logger): Promise<PreparedMessage | LocalFailure> {
  const attachments = email.attachments.filter(isPresent);
  // Files given by URL are not fetched for simulated mail, so a missing one is not an error.
  if (email.attachments.some((file) => !isPresent(file) && !isToBeFetched(file)))
    return permanentFailure('content_expired', EXPIRED);
  try {
    const message = outgoingMessage({ ...email, attachments });
    return { kind: 'prepared', envelope: envelope(email), raw: await composeMessage(message) };
  } catch (error) {
    logger.error({ err: error, emailId: email.id }, 'could not compose the email');
    return permanentFailure('cannot_compose', 'The message could not be composed.');
  }
}

const isPresent = (file: LoadedAttachment): file is LoadedAttachment & { readonly content: object } => file.content !== null;

/** Passes the message to a relay for its real recipients, and simulates delivery to the test addresses. */
async function hand(
  { envelope: { from, to }, raw }: OutboundMessage,
  { relays, recall, returnPaths }: SendingParts,
  { id, attempt, mode, apiKeyId }: Pick<Delivery, 'id' | 'attempt' | 'mode' | 'apiKeyId'>,
  suppressed: readonly RecipientOutcome[],
): Promise<RelayOutcome> {
  const isSimulated = (address: string): boolean => mode === 'test' || isTestAddress(address);
  const real = to.filter((address) => !isSimulated(address));
  const simulated = simulate(to.filter(isSimulated));
  const others = [...simulated.recipients, ...suppressed];
  if (real.length === 0) return { ...simulated, recipients: others };
  milestones.handing.publish({ emailId: id, attempt });
  // A null reverse-path must stay empty, so that no bounce is sent (RFC 5321 section 4.5.5).
  const sender = from === '' ? from : (returnPaths?.addressOf(id) ?? from);
  const message = { envelope: { from: sender, to: real }, raw };
  const outcome = await relays.deliver(message, { signal: recall, sender: shareKeyOf(apiKeyId) });
  // When the relay failed, the simulated and suppressed recipients also wait for the next attempt.
  return outcome.kind === 'relay_error' ? outcome : { ...outcome, recipients: [...outcome.recipients, ...others] };
}
