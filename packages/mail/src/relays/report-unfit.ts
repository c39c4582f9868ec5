import type { RecipientResult, SingleReport, TroubleReason } from './delivery-report.ts';
import { inEnvelopeOrder } from './recipient-results.ts';
import type { Recipient } from './recipient.ts';
import type { TrackedMessage } from './tracked-message.ts';
import type { Unfit } from './wire-form.ts';

/** What is to be done with a message that a relay can be asked for in part, or not at all. */
export interface PartialDelivery {
  /** `elsewhere`: nothing is sent, so that another relay gets the whole of it. `in_part`: it is sent to those it can be. */
  readonly send: 'elsewhere' | 'in_part';
  /** Of the recipients left over: `bounced`, or `deferred` while another relay may know them. */
  readonly others: 'bounced' | 'deferred';
}

/**
 * The report about a message that the relay was asked for nobody of: as trouble of the relay where another one is to have
 * all of it, otherwise about each recipient.
 */
export function reportWithheld(
  relay: string,
  recipients: readonly Recipient[],
  message: TrackedMessage,
  { send, others }: PartialDelivery,
): SingleReport {
  const common = { relay, remoteAddress: message.remoteAddress, tlsVersion: message.tlsVersion, phase: 'mail' as const };
  const unfit = message.form?.unfit ?? [];
  const [first] = unfit;
  if (send === 'elsewhere' && first !== undefined) {
    return { kind: 'relay_trouble', ...common, recipients: [], reason: first.reason, reply: null, message: first.message };
  }
  return { kind: 'answered', ...common, recipients: inEnvelopeOrder(recipients, unfit.map(result(others))) };
}

/** The report with the recipients that the relay could not be asked for. */
export function withUnfit(
  report: SingleReport,
  recipients: readonly Recipient[],
  { form }: TrackedMessage,
  { others }: PartialDelivery,
): SingleReport {
  // Where nothing was handed over, all of it is tried again.
  if (form === null || form.unfit.length === 0 || report.kind === 'relay_trouble') return report;
  return { ...report, recipients: inEnvelopeOrder(recipients, [...report.recipients, ...form.unfit.map(result(others))]) };
}

/** What becomes of a recipient that no relay was asked for: no reply is made up for it. */
const result =
  (verdict: PartialDelivery['others']) =>
  ({ recipient, reason, message }: Unfit): RecipientResult => ({
    ...{ address: recipient.address, verdict, reply: null, reason, suppress: false, explanation: message },
  });

/** Whether trouble is only that the relay lacks an extension. */
export const isUnoffered = (reason: TroubleReason): boolean => reason === 'smtputf8_needed' || reason === '8bitmime_needed';
