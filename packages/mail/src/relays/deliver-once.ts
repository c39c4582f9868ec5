import type { NodemailerError } from 'nodemailer/lib/errors';
import type MailMessage from 'nodemailer/lib/mailer/mail-message';
import type SMTPPool from 'nodemailer/lib/smtp-pool';
import type { SentMessageInfo } from 'nodemailer/lib/smtp-pool';
import { parseReply } from '../replies/smtp-reply.ts';
import type { SingleReport } from './delivery-report.ts';
import { findConnection, type Connection } from './find-connection.ts';
import { interpretFailure } from './interpret-failure.ts';
import { openPool } from './open-pool.ts';
import type { RelayGate } from './relay-gate.ts';
import { redactReport } from './redact-credentials.ts';
import { reportWithheld, withUnfit, type PartialDelivery } from './report-unfit.ts';
import { inEnvelopeOrder, refusalsAtRcpt, refusedResult, sentResult } from './recipient-results.ts';
import type { Recipient } from './recipient.ts';
import type { RelaySettings } from './relay-settings.ts';
import { TrackedMessage } from './tracked-message.ts';
import type { WireMessage } from './wire-form.ts';

/** A relay, its open connections, and what decides who gets them. */
export interface Relay {
  readonly name: string;
  readonly settings: RelaySettings;
  readonly pool: SMTPPool;
  readonly gate: RelayGate;
}

/** One message for one relay. */
export interface Parcel extends WireMessage {
  readonly signal: AbortSignal | undefined;
}

/** Whoever wants to know how far a message gets. */
export interface Watcher {
  readonly made?: (message: TrackedMessage) => void;
  readonly begun?: () => void;
  /** The message is done with, but its connection is not free yet: after a refusal, the dialogue is reset first (RSET). */
  readonly resetting?: (connection: Connection) => void;
}

/** Makes the pool of connections to one relay. They are opened when there is something to send. */
export function openRelay(settings: RelaySettings, gate: RelayGate): Relay {
  return { name: settings.name, settings, pool: openPool(settings.pool), gate };
}

/** Hands one message to one relay and says what came of it. Throws only what nodemailer did not expect either. */
export async function deliverOnce(
  relay: Relay,
  parcel: Parcel,
  partial: PartialDelivery,
  watcher: Watcher = {},
): Promise<SingleReport> {
  let connection: Connection | null = null;
  const message = new TrackedMessage({
    message: parcel,
    allOrNone: partial.send === 'elsewhere',
    timeouts: relay.settings.timeouts,
    findConnection: (sending) => (connection = findConnection(relay.pool, sending)),
    begun: () => watcher.begun?.(),
  });
  watcher.made?.(message);
  const outcome = await send(relay.pool, message, parcel.signal);
  if ('error' in outcome) noteReset(connection, watcher);
  if (message.isWithheld) return reportWithheld(relay.name, parcel.recipients, message, partial);
  const recipients = message.form?.recipients ?? parcel.recipients;
  const report =
    'response' in outcome
      ? reportAcceptance(relay, recipients, message, outcome.response)
      : interpretFailure(relay.settings, recipients, message, outcome.error);
  return redactReport(withUnfit(report, parcel.recipients, message, partial), relay.settings.redact);
}

function noteReset(connection: Connection | null, { resetting }: Watcher): void {
  if (connection !== null && !connection.isFree()) resetting?.(connection);
}

type Outcome = { readonly response: string } | { readonly error: NodemailerError };

function send(pool: SMTPPool, message: TrackedMessage, signal: AbortSignal | undefined): Promise<Outcome> {
  // The pool reads no more of a MailMessage than these two; its class would compose the message again.
  const mail = { message, data: signal === undefined ? {} : { signal } } as unknown as MailMessage<SentMessageInfo>;
  return new Promise((resolve) => {
    pool.send(mail, (error, info) => resolve(error === null ? { response: info?.response ?? '' } : { error }));
  });
}

function reportAcceptance(
  relay: Relay,
  recipients: readonly Recipient[],
  message: TrackedMessage,
  response: string,
): SingleReport {
  const reply = parseReply(response);
  const refused = refusalsAtRcpt(recipients, message.envelope);
  const refusedAddresses = new Set(refused.map(({ recipient }) => recipient.address));
  const sent = recipients.filter(({ address }) => !refusedAddresses.has(address));
  const results = [...refused.map(refusedResult), ...sent.map((recipient) => sentResult(recipient, reply))];
  return {
    kind: 'answered',
    relay: relay.name,
    remoteAddress: message.remoteAddress,
    tlsVersion: message.tlsVersion,
    phase: 'final_reply',
    recipients: inEnvelopeOrder(recipients, results),
  };
}
