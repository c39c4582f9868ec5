/** From an email to how its attempt ended: load, compose, hand over; or hand over what was submitted whole. */
import { shareKeyOf, type Share, milestones, type Logger } from '@sendoff/runtime';
import { isTestAddress } from '@sendoff/core';
import type { Database, Delivery, DeliveryMessage } from '@sendoff/db';
import type { ReturnPaths } from '@sendoff/feedback/return-path';
import { composeMessage, outgoingMessage, type RelayMessage, type Relays } from '@sendoff/mail';
import { actOut } from './act-out.ts';
import {
  unprepared,
  unsendable,
  type AttemptEnd,
  type HandledRecipient,
  type Unprepared,
  type Unsendable,
} from './attempt-end.ts';
import { isToBeFetched, memoryOf, type SendingMemory } from './sending-memory.ts';
import { loadAttachments, type LoadedAttachment, type LoadedDelivery } from './load-attachments.ts';
import { loadSubmittedMessage } from './load-submitted-message.ts';
import { envelope, isToBeTried, withheldRecipients } from './outgoing-email.ts';

/** What sending an email takes. */
export interface SendingParts {
  readonly database: Database;
  readonly relays: Relays;
  /** Aborted when a shutdown has no more time: what no relay has taken yet is handed back. */
  readonly recall: AbortSignal;
  /** Where bounces go; null when they go to the sender. */
  readonly returnPaths: Pick<ReturnPaths, 'addressOf'> | null;
  /** What is loaded and composed at the same time is taken from it. */
  readonly memory: SendingMemory;
  readonly logger: Logger;
}

const EXPIRED = 'The content of this email has been removed.';
/** Memory is waited for so long; then the email waits without its place. */
const MEMORY_WAIT_TIMEOUT_MS = 10_000;

/**
 * Sends the email; every failure comes back as a report.
 *
 * @param share the memory that it has been given before, if any. Whoever gave it takes it back.
 */
export async function deliverEmail(parts: SendingParts, email: Delivery, share?: Share): Promise<AttemptEnd> {
  const withheld = withheldRecipients(email);
  if (withheld.length > 0 && !email.recipients.some(isToBeTried)) return { kind: 'withheld', recipients: withheld };
  if (email.content === null) return unsendable('content_expired', EXPIRED);
  const memory = share ?? (await takeMemory(parts, email));
  if (memory === null) return unprepared('There was no memory for the email; others of the same API key have it.');
  try {
    const message = await prepare(parts, email);
    if (message.kind !== 'prepared') return message;
    // From here on, nothing but the message itself is held.
    memory.shrinkTo(message.raw.length);
    return await hand(message, parts, email, withheld);
  } finally {
    memory.release();
  }
}

const NO_MEMORY: Share = { shrinkTo: () => undefined, release: () => undefined };

/** Null when there is none for too long. */
async function takeMemory({ memory, recall }: SendingParts, email: Delivery): Promise<Share | null> {
  const amount = memoryOf(email);
  if (amount === 0) return NO_MEMORY;
  return memory.medium.acquireWithin(shareKeyOf(email.apiKeyId), MEMORY_WAIT_TIMEOUT_MS, { amount, signal: recall });
}

type PreparedMessage = RelayMessage & { readonly kind: 'prepared' };

/** The message as it was submitted, or else composed. */
async function prepare(parts: SendingParts, email: Delivery): Promise<PreparedMessage | Unsendable | Unprepared> {
  const submitted = email.content?.message ?? null;
  if (submitted !== null) return loadWhole(parts, email, submitted);
  try {
    return await compose(await loadAttachments(parts.database, email), parts.logger);
  } catch (error) {
    parts.logger.error({ err: error, emailId: email.id }, 'files of an email could not be read');
    return unprepared('The files of the email could not be read from the database.');
  }
}

async function loadWhole(
  { database, logger }: Pick<SendingParts, 'database' | 'logger'>,
  email: Delivery,
  submitted: DeliveryMessage,
): Promise<PreparedMessage | Unsendable | Unprepared> {
  try {
    const message = await loadSubmittedMessage(database, submitted, email.recipients);
    return message === null ? unsendable('content_expired', EXPIRED) : { kind: 'prepared', ...message };
  } catch (error) {
    logger.error({ err: error, emailId: email.id }, 'message could not be read');
    return unprepared('The message could not be read from the database.');
  }
}

async function compose(email: LoadedDelivery, logger: Logger): Promise<PreparedMessage | Unsendable> {
  const attachments = email.attachments.filter(isPresent);
  // Of mail that does not leave nothing is fetched, so those files are not there.
  if (email.attachments.some((file) => !isPresent(file) && !isToBeFetched(file))) return unsendable('content_expired', EXPIRED);
  try {
    const message = outgoingMessage({ ...email, attachments });
    return { kind: 'prepared', envelope: envelope(email), raw: await composeMessage(message) };
  } catch (error) {
    logger.error({ err: error, emailId: email.id }, 'email could not be composed');
    return unsendable('cannot_compose', 'The message could not be composed.');
  }
}

const isPresent = (file: LoadedAttachment): file is LoadedAttachment & { readonly content: object } => file.content !== null;

/** Hands the message to a relay for those who are really to get it, and acts it out for the others. */
async function hand(
  { envelope: { from, to }, raw }: RelayMessage,
  { relays, recall, returnPaths }: SendingParts,
  { id, attempt, mode, apiKeyId }: Pick<Delivery, 'id' | 'attempt' | 'mode' | 'apiKeyId'>,
  withheld: readonly HandledRecipient[],
) {
  const isActedOut = (address: string): boolean => mode === 'test' || isTestAddress(address);
  const real = to.filter((address) => !isActedOut(address));
  const actedOut = actOut(to.filter(isActedOut));
  const others = [...actedOut.recipients, ...withheld];
  if (real.length === 0) return { ...actedOut, recipients: others };
  milestones.handing.publish({ emailId: id, attempt });
  // What has no sender in its envelope is not to be answered (RFC 5321 section 4.5.5).
  const sender = from === '' ? from : (returnPaths?.addressOf(id) ?? from);
  const message = { envelope: { from: sender, to: real }, raw };
  const report = await relays.deliver(message, { signal: recall, sender: shareKeyOf(apiKeyId) });
  // With nobody served by the relay, the others wait for the next attempt too.
  return report.kind === 'relay_trouble' ? report : { ...report, recipients: [...report.recipients, ...others] };
}
