/** From an email to how its attempt ended: fetch what is missing, compose, hand over. */
import { milestones, type Logger } from '@sendoff/config';
import type { Database, Delivery } from '@sendoff/db';
import type { Fetcher } from '@sendoff/fetch';
import { composeMessage, type RelayMessage, type Relays } from '@sendoff/mail';
import { actOut, isTestAddress } from './act-out.ts';
import { unprepared, unsendable, type AttemptEnd, type Unprepared, type Unsendable } from './attempt-end.ts';
import { fetchAttachments, type CompleteDelivery, type FetchedEmail } from './fetch-attachments.ts';
import type { HandOvers } from './hand-overs.ts';
import { loadAttachments } from './load-attachments.ts';
import { envelope, outgoingMessage } from './outgoing-email.ts';

/** What sending an email takes. */
export interface SendingParts {
  readonly database: Database;
  readonly relays: Relays;
  readonly fetcher: Fetcher;
  readonly handOvers: HandOvers;
  readonly logger: Logger;
}

/** Sends the email; every failure comes back as a report. */
export async function deliverEmail(parts: SendingParts, email: Delivery): Promise<AttemptEnd> {
  if (email.content === null) return unsendable('content_expired', 'The content of this email has been removed.');
  const loaded = await load(parts, email);
  if (loaded.kind !== 'complete') return loaded;
  const message = await compose(loaded.email, parts.logger);
  if (message.kind === 'unsendable') return message;
  return hand(message, parts, email);
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

type ComposedMessage = RelayMessage & { readonly kind: 'composed' };

async function compose(email: CompleteDelivery, logger: Logger): Promise<ComposedMessage | Unsendable> {
  try {
    return { kind: 'composed', envelope: envelope(email), raw: await composeMessage(outgoingMessage(email)) };
  } catch (error) {
    logger.error({ err: error, emailId: email.id }, 'email could not be composed');
    return unsendable('cannot_compose', 'The message could not be composed.');
  }
}

/** Hands the message to a relay for those who are really to get it, and acts it out for the others. */
async function hand(
  { envelope: { from, to }, raw }: RelayMessage,
  { relays, handOvers }: SendingParts,
  { id, attempt, mode }: Pick<Delivery, 'id' | 'attempt' | 'mode'>,
) {
  const isActedOut = (address: string): boolean => mode === 'test' || isTestAddress(address);
  const real = to.filter((address) => !isActedOut(address));
  const actedOut = actOut(to.filter(isActedOut));
  if (real.length === 0) return actedOut;
  milestones.handing.publish({ emailId: id, attempt });
  const { signal, end } = handOvers.begin();
  const report = await relays.deliver({ envelope: { from, to: real }, raw }, { signal }).finally(end);
  // With nobody served by the relay, the others wait for the next attempt too.
  return report.kind === 'relay_trouble' ? report : { ...report, recipients: [...report.recipients, ...actedOut.recipients] };
}
