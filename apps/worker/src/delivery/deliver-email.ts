/** From an email to how its attempt ended: fetch what is missing, compose, hand over. */
import { milestones, type Logger } from '@sendoff/config';
import type { Database, Delivery } from '@sendoff/db';
import type { Fetcher } from '@sendoff/fetch';
import { composeMessage, type RelayMessage, type Relays } from '@sendoff/mail';
import { actOut, isTestAddress } from './act-out.ts';
import { unsendable, type AttemptEnd, type Unsendable } from './attempt-end.ts';
import { fetchAttachments, type CompleteDelivery } from './fetch-attachments.ts';
import { loadAttachments } from './load-attachments.ts';
import { envelope, outgoingMessage } from './outgoing-email.ts';

/** What sending an email takes. */
export interface SendingParts {
  readonly database: Database;
  readonly relays: Relays;
  readonly fetcher: Fetcher;
  /** One for each hand-over under way; aborted when there is no more time, so that what can be is handed back. */
  readonly underWay: Set<AbortController>;
  readonly logger: Logger;
}

/** Sends the email; every failure comes back as a report. */
export async function deliverEmail(parts: SendingParts, email: Delivery): Promise<AttemptEnd> {
  if (email.content === null) return unsendable('content_expired', 'The content of this email has been removed.');
  const fetched = await fetchAttachments(parts, await loadAttachments(parts.database, email));
  if (fetched.kind === 'unsendable') return fetched;
  const message = await compose(fetched.email, parts.logger);
  if (message.kind === 'unsendable') return message;
  return hand(message, parts, email);
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
  { relays, underWay }: SendingParts,
  { id, attempt, mode }: Pick<Delivery, 'id' | 'attempt' | 'mode'>,
) {
  const isActedOut = (address: string): boolean => mode === 'test' || isTestAddress(address);
  const real = to.filter((address) => !isActedOut(address));
  const actedOut = actOut(to.filter(isActedOut));
  if (real.length === 0) return actedOut;
  milestones.handing.publish({ emailId: id, attempt });
  const handOver = new AbortController();
  underWay.add(handOver);
  const report = await relays
    .deliver({ envelope: { from, to: real }, raw }, { signal: handOver.signal })
    .finally(() => underWay.delete(handOver));
  // With nobody served by the relay, the others wait for the next attempt too.
  return report.kind === 'relay_trouble' ? report : { ...report, recipients: [...report.recipients, ...actedOut.recipients] };
}
