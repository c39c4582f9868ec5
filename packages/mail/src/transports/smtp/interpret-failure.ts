import type { DeliveryPhase, RecipientOutcome, RelayOutcome, SmtpReply } from '@sendoff/core';
import type { NodemailerError } from 'nodemailer/lib/errors';
import { inEnvelopeOrder, refusalsAtRcpt, refusalsOfAll, refusedOutcome, replyOf, type Refusal } from './recipient-outcomes.ts';
import { explainError } from './explain-error.ts';
import type { Recipient } from './recipient.ts';
import type { SmtpSettings } from './smtp-settings.ts';
import type { TrackedMessage } from './tracked-message.ts';

/**
 * Determines the outcome of a failed delivery from nodemailer's error and the progress of the message.
 *
 * The order matters: a reply decides; without one, a message whose final dot may have been sent is in doubt, whatever the
 * error; everything else is a relay error.
 */
export function interpretFailure(
  relay: Pick<SmtpSettings, 'name' | 'needsTlsForCredentials'>,
  recipients: readonly Recipient[],
  message: TrackedMessage,
  error: NodemailerError,
): RelayOutcome {
  const phase = phaseOf(error, message);
  const common = { ...message.relayDetails(relay.name), phase };
  // With PIPELINING, RCPT TO is sent before MAIL FROM is rejected; its 503 says nothing about the recipient.
  const atRcpt = phase === 'mail' ? [] : refusalsAtRcpt(recipients, message.envelope);
  const answered = { kind: 'answered', ...common } as const;

  const refusals = refusalsIn(error, recipients, atRcpt, phase);
  if (refusals !== null) {
    const [first] = refusals;
    if (first !== undefined && refusals.every(({ meaning }) => meaning.verdict === 'relay_error')) {
      return {
        kind: 'relay_error',
        ...common,
        recipients: [],
        reason: first.meaning.reason,
        reply: first.reply,
        message: said(first.reply),
      };
    }
    return { ...answered, recipients: inEnvelopeOrder(recipients, refusals.map(refusedOutcome)) };
  }
  if (isOverAnnouncedSize(error)) return { ...answered, recipients: recipients.map(tooLarge) };

  const { reason, reply, text } = explainError(error, relay);
  if (phase === 'final_reply') {
    const settled = new Set(atRcpt.map(({ recipient }) => recipient.address));
    const inDoubt = recipients.map(({ address }) => address).filter((address) => !settled.has(address));
    return { kind: 'in_doubt', ...common, recipients: atRcpt.map(refusedOutcome), inDoubt, reason, message: text };
  }
  // Rejected by nodemailer itself: an invalid envelope should have been rejected earlier.
  if (error.code === 'EENVELOPE' && error.command === 'API') throw error;
  return { kind: 'relay_error', ...common, recipients: [], reason, reply, message: text };
}

/**
 * The rejections in the relay's replies; null when there was no reply.
 *
 * A 421 (RFC 5321 section 3.8) counts as a reply to the message once the envelope is being sent, although nodemailer reports a
 * closed connection: as a relay error, a message that always provokes it could block the relay for all others.
 */
function refusalsIn(
  error: NodemailerError,
  recipients: readonly Recipient[],
  atRcpt: readonly Refusal[],
  phase: DeliveryPhase,
): Refusal[] | null {
  const reply = replyOf(error);
  const refused = error.code === 'EENVELOPE' || error.code === 'EMESSAGE';
  const closing = error.code === 'ECONNECTION' && reply?.code === 421 && ['mail', 'recipient', 'data'].includes(phase);
  if (reply === null || (!refused && !closing)) return null;
  const settled = new Set(atRcpt.map(({ recipient }) => recipient.address));
  const others = recipients.filter(({ address }) => !settled.has(address));
  return [...atRcpt, ...refusalsOfAll(others, reply, phase)];
}

/** With a reply, the command that it answers; otherwise the progress of the message. */
function phaseOf(error: NodemailerError, message: TrackedMessage): DeliveryPhase {
  if (error.code === 'EAUTH') return 'authenticate';
  if (error.code === 'EENVELOPE' && error.command === 'MAIL FROM') return 'mail';
  if (error.code === 'EENVELOPE' && error.command === 'RCPT TO') return 'recipient';
  if (error.code === 'EENVELOPE' && error.command === 'DATA') return 'data';
  return message.phase;
}

/** nodemailer does not send a message larger than the SIZE announced in the reply to EHLO (RFC 1870 section 6.1). */
function isOverAnnouncedSize(error: NodemailerError): boolean {
  return error.code === 'EMESSAGE' && error.command === 'MAIL FROM' && error.response === undefined;
}

function tooLarge({ address }: Recipient): RecipientOutcome {
  const explanation = 'The message is larger than the relay takes.';
  return { address, verdict: 'bounced', reply: null, reason: 'message_too_large', suppress: false, explanation };
}

function said({ code, enhancedCode, text }: SmtpReply): string {
  return ['The relay answered', code, enhancedCode, text].filter((part) => part !== null).join(' ');
}
