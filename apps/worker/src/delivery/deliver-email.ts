/** From an email to how its attempt ended: fetch what is missing, load, compose, hand over; or hand over what was submitted whole. */
import { isTestAddress, milestones, type Logger } from '@sendoff/config';
import type { Database, Delivery, DeliveryMessage } from '@sendoff/db';
import type { ReturnPaths } from '@sendoff/feedback/return-path';
import type { Fetcher } from '@sendoff/fetch';
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
import { fetchAttachments, type CompleteDelivery, type FetchedEmail } from './fetch-attachments.ts';
import type { MemoryBudget } from './memory-budget.ts';
import { isToBeFetched, memoryOf } from './sending-memory.ts';
import { loadAttachments } from './load-attachments.ts';
import { loadSubmittedMessage } from './load-submitted-message.ts';
import { envelope, isToBeTried, withheldRecipients } from './outgoing-email.ts';

/** What sending an email takes. */
export interface SendingParts {
  readonly database: Database;
  readonly relays: Relays;
  readonly fetcher: Fetcher;
  /** Aborted when a shutdown has no more time: what no relay has taken yet is handed back. */
  readonly recall: AbortSignal;
  /** Where bounces go; null when they go to the sender. */
  readonly returnPaths: Pick<ReturnPaths, 'addressOf'> | null;
  /** What is loaded and composed at the same time is taken from it. */
  readonly memory: MemoryBudget;
  readonly logger: Logger;
}

const EXPIRED = 'The content of this email has been removed.';

/** Sends the email; every failure comes back as a report. */
export async function deliverEmail(parts: SendingParts, email: Delivery): Promise<AttemptEnd> {
  const withheld = withheldRecipients(email);
  if (withheld.length > 0 && !email.recipients.some(isToBeTried)) return { kind: 'withheld', recipients: withheld };
  if (email.content === null) return unsendable('content_expired', EXPIRED);
  const kept = await keepMissingFiles(parts, email);
  return kept.kind === 'kept' ? prepareAndHand(parts, kept.email, withheld) : kept;
}

/**
 * Fetches the files that are not kept yet. Their bytes are let go of again: how many they are is known only now, and the
 * memory to send them all is to be waited for without holding any.
 */
async function keepMissingFiles(
  parts: SendingParts,
  email: Delivery,
): Promise<{ readonly kind: 'kept'; readonly email: Delivery } | Unsendable | Unprepared> {
  if (!email.attachments.some(isToBeFetched)) return { kind: 'kept', email };
  const share = await parts.memory.take(memoryOf(email));
  try {
    const fetched = await load(parts, email);
    if (fetched.kind !== 'complete') return fetched;
    const attachments = fetched.email.attachments.map(({ content: _, ...attachment }) => attachment);
    return { kind: 'kept', email: { ...email, attachments } };
  } finally {
    share.release();
  }
}

async function prepareAndHand(parts: SendingParts, email: Delivery, withheld: readonly HandledRecipient[]): Promise<AttemptEnd> {
  const share = await parts.memory.take(memoryOf(email));
  try {
    const message = await prepare(parts, email);
    if (message.kind !== 'prepared') return message;
    // From here on, nothing but the message itself is held.
    share.shrinkTo(message.raw.length);
    return await hand(message, parts, email, withheld);
  } finally {
    share.release();
  }
}

type PreparedMessage = RelayMessage & { readonly kind: 'prepared' };

/** The message as it was submitted, or else composed. */
async function prepare(parts: SendingParts, email: Delivery): Promise<PreparedMessage | Unsendable | Unprepared> {
  const submitted = email.content?.message ?? null;
  if (submitted !== null) return loadWhole(parts, email, submitted);
  const loaded = await load(parts, email);
  return loaded.kind === 'complete' ? compose(loaded.email, parts.logger) : loaded;
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

/** The email with the bytes of its files. What is thrown on the way, as by a database that is away, concerns no relay yet. */
async function load(parts: SendingParts, email: Delivery): Promise<FetchedEmail | Unsendable | Unprepared> {
  try {
    return await fetchAttachments(parts, await loadAttachments(parts.database, email));
  } catch (error) {
    parts.logger.error({ err: error, emailId: email.id }, 'email could not be prepared');
    return unprepared('The files of the email could not be read from the database.');
  }
}

async function compose(email: CompleteDelivery, logger: Logger): Promise<PreparedMessage | Unsendable> {
  try {
    return { kind: 'prepared', envelope: envelope(email), raw: await composeMessage(outgoingMessage(email)) };
  } catch (error) {
    logger.error({ err: error, emailId: email.id }, 'email could not be composed');
    return unsendable('cannot_compose', 'The message could not be composed.');
  }
}

/** Hands the message to a relay for those who are really to get it, and acts it out for the others. */
async function hand(
  { envelope: { from, to }, raw }: RelayMessage,
  { relays, recall, returnPaths }: SendingParts,
  { id, attempt, mode }: Pick<Delivery, 'id' | 'attempt' | 'mode'>,
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
  const report = await relays.deliver({ envelope: { from: sender, to: real }, raw }, { signal: recall });
  // With nobody served by the relay, the others wait for the next attempt too.
  return report.kind === 'relay_trouble' ? report : { ...report, recipients: [...report.recipients, ...others] };
}
