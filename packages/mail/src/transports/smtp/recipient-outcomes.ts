import type { DeliveryPhase, RecipientOutcome, SmtpReply } from '@sendoff/core';
import type { NodemailerError } from 'nodemailer/lib/errors';
import { classifyReply, type Classification } from '../../replies/classify-reply.ts';
import { parseReply } from '../../replies/parse-reply.ts';
import type { Recipient } from './recipient.ts';
import type { TrackedEnvelope } from './tracked-message.ts';

/** A rejection of one recipient, before the replies for the others are considered. */
export interface Refusal {
  readonly recipient: Recipient;
  readonly reply: SmtpReply;
  readonly meaning: Classification;
}

/** The recipients rejected at RCPT TO, each with its own reply. */
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

/** One reply that rejected the message for all of `recipients`. */
export function refusalsOfAll(recipients: readonly Recipient[], reply: SmtpReply, phase: DeliveryPhase): Refusal[] {
  return recipients.map((recipient) => {
    const refused = refusal(recipient, reply, phase);
    // A single reply for several recipients does not tell which of them caused it.
    return recipients.length === 1 ? refused : { ...refused, meaning: { ...refused.meaning, suppress: false } };
  });
}

/** The outcome for a rejected recipient, when the relay answered for others. */
export function refusedOutcome({ recipient, reply, meaning }: Refusal): RecipientOutcome {
  // The relay works for others, so what would be a relay error for all recipients defers only this one.
  const verdict = meaning.verdict === 'relay_error' ? 'deferred' : meaning.verdict;
  return { address: recipient.address, verdict, reply, reason: meaning.reason, suppress: meaning.suppress };
}

/** The outcome for an accepted recipient. */
export function sentOutcome({ address }: Recipient, reply: SmtpReply | null): RecipientOutcome {
  return { address, verdict: 'sent', reply, reason: 'accepted', suppress: false };
}

/** The outcomes in the order of the envelope. */
export function inEnvelopeOrder(recipients: readonly Recipient[], outcomes: readonly RecipientOutcome[]): RecipientOutcome[] {
  const byAddress = new Map(outcomes.map((outcome) => [outcome.address, outcome]));
  return recipients.flatMap(({ address }) => byAddress.get(address) ?? []);
}

/** The negative reply in an error; null when it has none. */
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

/** Whether a reply names another address: a relay may resolve the recipient's forwarding to an address that does not exist. */
function isOfAnother({ text }: SmtpReply, { address, onWire }: Recipient): boolean {
  const [, named] = /^<([^<>\s]{1,64}@[^<>\s]{1,255})>(?::|\.\.\.)/.exec(text) ?? [];
  return named !== undefined && ![address, onWire].some((own) => own.toLowerCase() === named.toLowerCase());
}
