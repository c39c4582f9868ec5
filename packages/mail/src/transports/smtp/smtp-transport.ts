/** SMTP, using nodemailer. Code outside this folder does not depend on nodemailer. */
import type { RelayOutcome } from '@sendoff/core';
import type { NodemailerError } from 'nodemailer/lib/errors';
import type MailMessage from 'nodemailer/lib/mailer/mail-message';
import type SMTPPool from 'nodemailer/lib/smtp-pool';
import type { SentMessageInfo } from 'nodemailer/lib/smtp-pool';
import { parseReply } from '../../replies/parse-reply.ts';
import { withAsciiDomain } from '../../seven-bit/encode-addresses.ts';
import type { ConfigureTransport, DeliveryHooks, OutboundMessage, SendOptions, Transport } from '../transport.ts';
import { findConnection, type Connection } from './find-connection.ts';
import { interpretFailure } from './interpret-failure.ts';
import { openPool } from './open-pool.ts';
import { inEnvelopeOrder, refusalsAtRcpt, refusedOutcome, sentOutcome } from './recipient-outcomes.ts';
import { recipientsOf, type Recipient } from './recipient.ts';
import { redactOutcome } from './redact-credentials.ts';
import { readSmtpSettings, type SmtpSettings } from './smtp-settings.ts';
import { TrackedMessage } from './tracked-message.ts';
import { nothingSent, withUnsupported } from './unsupported-recipients.ts';
import { verifyRelay } from './verify-relay.ts';

/** Reads an `smtp://` or `smtps://` URL. */
export const configureSmtp: ConfigureTransport = (url, defaults) => {
  const settings = readSmtpSettings(url, defaults);
  return () => openSmtpTransport(settings);
};

/** Opens the transport to one relay. It connects when there is something to send. */
export function openSmtpTransport(settings: SmtpSettings): Transport {
  const pool = openPool(settings.pool);
  return {
    name: settings.name,
    capacity: settings.pool.maxConnections,
    rate: settings.rate,
    send: (message, options) => sendOver(pool, settings, message, options),
    verify: () => verifyRelay(settings),
    close: () => pool.close(),
  };
}

async function sendOver(
  pool: SMTPPool,
  settings: SmtpSettings,
  { envelope, raw }: OutboundMessage,
  { signal, unsupported, hooks = {} }: SendOptions,
): Promise<RelayOutcome> {
  const recipients = recipientsOf(envelope.to);
  let connection: Connection | null = null;
  const message = new TrackedMessage({
    message: { raw, from: withAsciiDomain(envelope.from), recipients },
    allOrNone: unsupported.send === 'none',
    timeouts: settings.timeouts,
    findConnection: (sending) => (connection = findConnection(pool, sending)),
    started: () => hooks.started?.(),
  });
  hooks.tracked?.(message);
  const ending = await send(pool, message, signal);
  if ('error' in ending) reportHeldConnection(connection, hooks);
  if (message.hasNoRecipients) return nothingSent(settings.name, recipients, message, unsupported);
  const named = message.form?.recipients ?? recipients;
  const outcome =
    'response' in ending
      ? interpretAcceptance(settings.name, named, message, ending.response)
      : interpretFailure(settings, named, message, ending.error);
  return redactOutcome(withUnsupported(outcome, recipients, message, unsupported), settings.redact);
}

function reportHeldConnection(connection: Connection | null, { connectionHeld }: DeliveryHooks): void {
  if (connection !== null && !connection.isFree()) connectionHeld?.(connection);
}

type Ending = { readonly response: string } | { readonly error: NodemailerError };

function send(pool: SMTPPool, message: TrackedMessage, signal: AbortSignal | undefined): Promise<Ending> {
  // The pool reads only these two fields of a MailMessage; nodemailer's class would compose the message again.
  const mail = { message, data: signal === undefined ? {} : { signal } } as unknown as MailMessage<SentMessageInfo>;
  return new Promise((resolve) => {
    pool.send(mail, (error, info) => resolve(error === null ? { response: info?.response ?? '' } : { error }));
  });
}

function interpretAcceptance(
  relay: string,
  recipients: readonly Recipient[],
  message: TrackedMessage,
  response: string,
): RelayOutcome {
  const reply = parseReply(response);
  const refused = refusalsAtRcpt(recipients, message.envelope);
  const refusedAddresses = new Set(refused.map(({ recipient }) => recipient.address));
  const accepted = recipients.filter(({ address }) => !refusedAddresses.has(address));
  const outcomes = [...refused.map(refusedOutcome), ...accepted.map((recipient) => sentOutcome(recipient, reply))];
  return {
    kind: 'answered',
    ...message.relayDetails(relay),
    phase: 'final_reply',
    recipients: inEnvelopeOrder(recipients, outcomes),
  };
}
