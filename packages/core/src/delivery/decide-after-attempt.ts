/** The decision after a delivery attempt. Pure: the clock and the randomness are arguments. */
import { recipientOutcomes, type AttemptOutcome } from './attempt-outcome.ts';
import { attemptRecord, recordedReply, type AttemptRecord, type RecordedReply } from './attempt-record.ts';
import { SANDBOX_RELAY } from '../test-address.ts';
import { isOpen, type EmailEventType, type RecipientState, type StatusAfterAttempt } from './email-status.ts';
import { isLocalReason } from './failure-reason.ts';
import { RELAY_ERROR_LIMIT_MS, relayErrorDelay, retryDelay, type RetryPolicy } from './retry-policy.ts';

/** What is known of an email when its attempt ends. */
export interface AttemptedEmail {
  /** The number of the attempt, from 1. */
  readonly attempt: number;
  /** Steps of the retry schedule used up before. */
  readonly retryCount: number;
  /** Attempts in a row before that failed because no relay could be used. */
  readonly relayFailureCount: number;
  /** Since when no relay can be used; null when the attempt before did not fail so. */
  readonly relayFailingSince: Date | null;
  /** All of them, with addresses in lower case. */
  readonly recipients: readonly { readonly address: string; readonly state: RecipientState }[];
}

/** The email after the attempt. */
export interface EmailAfterAttempt {
  readonly status: StatusAfterAttempt;
  /** Milliseconds until the next attempt; null when none is to come. */
  readonly retryInMs: number | null;
  /** Steps of the retry schedule used up, this attempt included. */
  readonly retryCount: number;
  /** Attempts in a row, this one included, that failed because no relay could be used. */
  readonly relayFailureCount: number;
  /** The recipients that were tried, with their new state. */
  readonly recipients: readonly (RecordedReply & { readonly address: string; readonly state: RecipientState })[];
  /** The events to write, in order. */
  readonly events: readonly { readonly type: EmailEventType; readonly data: object }[];
  /** Addresses, in lower case, that go on the suppression list. */
  readonly suppress: readonly string[];
}

/** The row of the ledger, and the email after it. */
export interface Decision {
  readonly record: AttemptRecord;
  readonly after: EmailAfterAttempt;
}

/** Decides what is recorded of an attempt and whether another one follows. */
export function decideAfterAttempt(email: AttemptedEmail, outcome: AttemptOutcome, policy: RetryPolicy): Decision {
  const record = attemptRecord(outcome);
  const states = new Map(email.recipients.map(({ address, state }) => [address, state]));
  for (const { address, verdict } of record.recipients) states.set(address, verdict);

  const next = nextStep(email, outcome, states, policy);
  if (next.kind === 'give_up') {
    for (const [address, state] of states) if (isOpen({ state })) states.set(address, 'failed');
  }
  const status = next.kind === 'hold' ? 'in_doubt' : next.kind === 'retry' ? 'deferred' : finalStatus([...states.values()]);

  const replies = new Map(record.recipients.map((recipient) => [recipient.address, recipient]));
  return {
    record,
    after: {
      status,
      retryInMs: next.kind === 'retry' ? next.delayMs : null,
      retryCount: email.retryCount + (next.kind === 'retry' && next.usesSchedule ? 1 : 0),
      relayFailureCount: next.kind === 'retry' && !next.usesSchedule ? email.relayFailureCount + 1 : 0,
      recipients: email.recipients
        .filter(({ address, state }) => replies.has(address) || state !== states.get(address))
        .map(({ address, state }) => ({ address, state: states.get(address) ?? state, ...recordedReply(replies.get(address)) })),
      events: [
        ...droppedRecipientEvents(email, record, status),
        { type: EVENT_OF_STATUS[status], data: eventData(email, record) },
        ...feedbackEvents(outcome),
      ],
      suppress: recipientOutcomes(outcome).flatMap(({ address, suppress = false }) => (suppress ? [address.toLowerCase()] : [])),
    },
  };
}

type NextStep =
  | { readonly kind: 'finish' }
  | { readonly kind: 'give_up' }
  | { readonly kind: 'hold' }
  | { readonly kind: 'retry'; readonly delayMs: number; readonly usesSchedule: boolean };

function nextStep(
  email: AttemptedEmail,
  outcome: AttemptOutcome,
  states: ReadonlyMap<string, RecipientState>,
  policy: RetryPolicy,
): NextStep {
  if (![...states.values()].some((state) => isOpen({ state }))) return { kind: 'finish' };
  switch (outcome.kind) {
    case 'local_failure':
      return outcome.isPermanent ? { kind: 'give_up' } : afterRelayError(email, policy);
    case 'relay_error': {
      const now = policy.now().getTime();
      const isOverdue = now - (email.relayFailingSince?.getTime() ?? now) > RELAY_ERROR_LIMIT_MS;
      // No email fails for what is not the fault of a relay.
      return isOverdue && !isLocalReason(outcome.reason) ? { kind: 'give_up' } : afterRelayError(email, policy);
    }
    case 'in_doubt':
    case 'worker_lost':
      if (policy.inDoubt === 'hold') return { kind: 'hold' };
      break;
    case 'answered':
    case 'suppressed':
      break;
  }
  const delayMs = retryDelay(policy.schedule, email.retryCount, policy.random);
  return delayMs === null ? { kind: 'give_up' } : { kind: 'retry', delayMs, usesSchedule: true };
}

const afterRelayError = ({ relayFailureCount }: AttemptedEmail, { random }: RetryPolicy): NextStep => ({
  kind: 'retry',
  delayMs: relayErrorDelay(relayFailureCount + 1, random),
  usesSchedule: false,
});

/** The status of an email of which no recipient is still to be tried; suppressed ones count only where there are no others. */
function finalStatus(states: readonly RecipientState[]): StatusAfterAttempt {
  const tried = states.filter((state) => state !== 'suppressed');
  if (tried.length === 0) return 'suppressed';
  if (tried.includes('sent')) return 'sent';
  return tried.every((state) => state === 'bounced') ? 'bounced' : 'failed';
}

const EVENT_OF_STATUS = {
  sent: 'sent',
  deferred: 'delivery_delayed',
  in_doubt: 'delivery_delayed',
  bounced: 'bounced',
  failed: 'failed',
  suppressed: 'suppressed',
} as const satisfies Record<StatusAfterAttempt, EmailEventType>;

/**
 * One event for each recipient that is dropped while the email itself goes on or was sent to others. What holds for all
 * recipients is said once, by the event of the email, which comes after these.
 */
function droppedRecipientEvents(
  email: AttemptedEmail,
  record: AttemptRecord,
  status: StatusAfterAttempt,
): EmailAfterAttempt['events'] {
  return record.recipients.flatMap(({ address, verdict, ...reply }) =>
    (verdict === 'bounced' || verdict === 'suppressed') && verdict !== status
      ? [{ type: verdict, data: { recipient: address, ...eventData(email, { ...record, ...reply }) } }]
      : [],
  );
}

/** The feedback that is known at once. */
function feedbackEvents(outcome: AttemptOutcome): EmailAfterAttempt['events'] {
  return recipientOutcomes(outcome).flatMap(({ address, feedback = [] }) =>
    feedback.map((type) => ({ type, data: { recipient: address.toLowerCase() } })),
  );
}

/** The overview does not count simulated events. */
function eventData(email: AttemptedEmail, { relay, outcome, reason, replyCode, enhancedCode, replyText }: AttemptRecord): object {
  const { attempt } = email;
  return relay === SANDBOX_RELAY
    ? { attempt, outcome, reason, replyCode, enhancedCode, replyText, simulated: true }
    : { attempt, outcome, reason, replyCode, enhancedCode, replyText };
}
