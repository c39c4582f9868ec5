import type { DeliveryPhase, RecipientOutcome, SmtpReply } from '@sendoff/core';
import type { NodemailerError } from 'nodemailer/lib/errors';
import { classifyReply, type Classification } from '../../replies/classify-reply.ts';
import { parseReply } from '../../replies/parse-reply.ts';
import type { Recipient } from './recipient.ts';
import type { TrackedEnvelope } from './tracked-message.ts';

/** What the relay said about one recipient, before it is known what it said about the others. */
export interface Refusal {
  readonly recipient: Recipient;
  readonly reply: SmtpReply;
  readonly meaning: Classification;
}

/** The recipients that RCPT TO was refused for, each with its own reply. */
export function refusalsAtRcpt(recipients: readonly Recipient[], envelope: TrackedEnvelope | null): Refusal[] {
  const replies = new Map<string, SmtpReply>();
  for (const error of envelope?.rejectedErrors ?? []) {
    const reply = replyOf(error);
    if (error.recipient !== undefined && reply !== null) replies.set(error.recipient, reply);
  }
  return recipients.flatMap((recipient) => {
    const reply = replies.get(recipient.onWire);
    return reply === undefined ? [] : [refusal(recipient, reply, 'recipient')];
  });
}

/** One reply that refused the message for all of `recipients`. */
export function refusalsOfAll(recipients: readonly Recipient[], reply: SmtpReply, phase: DeliveryPhase): Refusal[] {
  return recipients.map((recipient) => {
    const refused = refusal(recipient, reply, phase);
    // Said once for several recipients, it does not say which of them it is about.
    return recipients.length === 1 ? refused : { ...refused, meaning: { ...refused.meaning, suppress: false } };
  });
}

/** The outcome for a recipient that was refused while the relay answered for others. */
export function refusedOutcome({ recipient, reply, meaning }: Refusal): RecipientOutcome {
  // The relay works, so what would be its own trouble if it concerned everyone is put off for this one.
  const verdict = meaning.verdict === 'relay_error' ? 'deferred' : meaning.verdict;
  return { address: recipient.address, verdict, reply, reason: meaning.reason, suppress: meaning.suppress };
}

/** The outcome for a recipient for whom the relay accepted the message. */
export function sentOutcome({ address }: Recipient, reply: SmtpReply | null): RecipientOutcome {
  return { address, verdict: 'sent', reply, reason: 'accepted', suppress: false };
}

/** The outcomes in the order of the envelope. */
export function inEnvelopeOrder(recipients: readonly Recipient[], outcomes: readonly RecipientOutcome[]): RecipientOutcome[] {
  const byAddress = new Map(outcomes.map((outcome) => [outcome.address, outcome]));
  return recipients.flatMap(({ address }) => byAddress.get(address) ?? []);
}

/** The reply an error carries; null when it carries none that refuses anything. */
export function replyOf(error: NodemailerError): SmtpReply | null {
  const reply = error.response === undefined ? null : parseReply(error.response);
  return reply !== null && reply.code >= 400 ? reply : null;
}

function refusal(recipient: Recipient, reply: SmtpReply, phase: DeliveryPhase): Refusal {
  const meaning = classifyReply(reply, phase);
  return {
    recipient,
    reply,
    meaning: meaning.suppress && isOfAnother(reply, recipient) ? { ...meaning, suppress: false } : meaning,
  };
}

/** Whether a reply begins with another address: a relay may look behind a forward of the recipient's, and that is dead. */
function isOfAnother({ text }: SmtpReply, { address, onWire }: Recipient): boolean {
  const [, named] = /^<([^<>\s]{1,64}@[^<>\s]{1,255})>(?::|\.\.\.)/.exec(text) ?? [];
  return named !== undefined && ![address, onWire].some((own) => own.toLowerCase() === named.toLowerCase());
}
