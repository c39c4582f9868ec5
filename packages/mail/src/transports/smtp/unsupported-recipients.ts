import type { RecipientOutcome, RelayOutcome } from '@sendoff/core';
import type { UnsupportedPolicy } from '../transport.ts';
import { inEnvelopeOrder } from './recipient-outcomes.ts';
import type { Recipient } from './recipient.ts';
import type { TrackedMessage } from './tracked-message.ts';
import type { UnsupportedRecipient } from './wire-form.ts';

/**
 * The outcome of a message that the relay can take for none of its recipients: an error of the relay where another one is to
 * have all of it, otherwise a verdict on each recipient.
 */
export function nothingSent(
  relay: string,
  recipients: readonly Recipient[],
  message: TrackedMessage,
  { send, verdict }: UnsupportedPolicy,
): RelayOutcome {
  const common = { ...message.relayDetails(relay), phase: 'mail' as const };
  const unsupported = message.form?.unsupported ?? [];
  const [first] = unsupported;
  if (send === 'none' && first !== undefined) {
    return { kind: 'relay_error', ...common, recipients: [], reason: first.reason, reply: null, message: first.message };
  }
  return { kind: 'answered', ...common, recipients: inEnvelopeOrder(recipients, unsupported.map(leftOut(verdict))) };
}

/** The outcome with the recipients for whom the relay cannot take the message. */
export function withUnsupported(
  outcome: RelayOutcome,
  recipients: readonly Recipient[],
  { form }: TrackedMessage,
  { verdict }: UnsupportedPolicy,
): RelayOutcome {
  // Where nothing was handed over, all of it is tried again.
  if (form === null || form.unsupported.length === 0 || outcome.kind === 'relay_error') return outcome;
  const others = form.unsupported.map(leftOut(verdict));
  return { ...outcome, recipients: inEnvelopeOrder(recipients, [...outcome.recipients, ...others]) };
}

/** The relay was not asked about the recipient, so there is no reply. */
const leftOut =
  (verdict: UnsupportedPolicy['verdict']) =>
  ({ recipient, reason, message }: UnsupportedRecipient): RecipientOutcome => ({
    ...{ address: recipient.address, verdict, reply: null, reason, suppress: false, explanation: message },
  });
