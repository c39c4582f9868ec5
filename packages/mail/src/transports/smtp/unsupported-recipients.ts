import type { RecipientOutcome, RelayOutcome } from '@sendoff/core';
import type { UnsupportedPolicy } from '../transport.ts';
import { inEnvelopeOrder } from './recipient-outcomes.ts';
import type { Recipient } from './recipient.ts';
import type { TrackedMessage } from './tracked-message.ts';
import type { UnsupportedRecipient } from './wire-form.ts';

/**
 * The outcome of a message that was sent to no recipient: a relay error when another relay should get all of it, otherwise a
 * verdict for each recipient.
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

/** Adds the recipients that the relay does not support to the outcome. */
export function withUnsupported(
  outcome: RelayOutcome,
  recipients: readonly Recipient[],
  { form }: TrackedMessage,
  { verdict }: UnsupportedPolicy,
): RelayOutcome {
  // After a relay error, all recipients are tried again.
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
