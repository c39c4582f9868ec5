/** What an attempt makes of an email. Pure: the clock and the randomness come in as arguments. */
import type {
  AttemptResult,
  Delivery,
  DeliveryRecipient,
  EmailAfterAttempt,
  EmailEventType,
  RecipientState,
  StatusAfterAttempt,
} from '@sendoff/db';
import type { RelayTroubleReport } from '@sendoff/mail';
import type { AttemptEnd, HandledRecipient, Unprepared } from './attempt-end.ts';
import { SANDBOX_RELAY } from './act-out.ts';
import { attemptResult, recordedReply } from './attempt-result.ts';
import { isOpen } from './outgoing-email.ts';
import { RELAY_TROUBLE_LIMIT_MS, relayTroubleDelay, retryDelay } from './retry-schedule.ts';

/** What is known of an email when its attempt ends. */
export type AttemptedEmail = Pick<Delivery, 'attempt' | 'retryCount' | 'troubleCount' | 'troubleSince'> & {
  readonly recipients: readonly DeliveryRecipient[];
};

/** How failures are followed up. */
export interface RetryPolicy {
  /** Delays in milliseconds. */
  readonly schedule: readonly number[];
  readonly inDoubt: 'retry' | 'hold';
  readonly now: () => Date;
  /** A number in [0, 1). */
  readonly random: () => number;
}

/** The row of the ledger, and what the email is then. */
export interface Decision {
  readonly result: AttemptResult;
  readonly after: EmailAfterAttempt;
}

/** Decides what is recorded of an attempt and whether another one follows. */
export function decideOutcome(email: AttemptedEmail, report: AttemptEnd, policy: RetryPolicy): Decision {
  const result = attemptResult(report);
  const states = new Map(email.recipients.map(({ address, state }) => [address, state]));
  for (const { address, verdict } of result.recipients) states.set(address, verdict);

  const next = nextStep(email, report, states, policy);
  if (next.kind === 'give_up') {
    for (const [address, state] of states) if (isOpen({ state })) states.set(address, 'failed');
  }
  const status = next.kind === 'hold' ? 'in_doubt' : next.kind === 'retry' ? 'deferred' : finalStatus([...states.values()]);

  const replies = new Map(result.recipients.map((recipient) => [recipient.address, recipient]));
  return {
    result,
    after: {
      status,
      retryInMs: next.kind === 'retry' ? next.delayMs : null,
      retryCount: email.retryCount + (next.kind === 'retry' && next.usesSchedule ? 1 : 0),
      troubleCount: next.kind === 'retry' && !next.usesSchedule ? email.troubleCount + 1 : 0,
      recipients: email.recipients
        .filter(({ address, state }) => replies.has(address) || state !== states.get(address))
        .map(({ address, state }) => ({ address, state: states.get(address) ?? state, ...recordedReply(replies.get(address)) })),
      events: [
        ...leftOutEvents(email, result, status),
        { type: EVENT_OF_STATUS[status], data: eventData(email, result) },
        ...feedbackEvents(report),
      ],
      suppress: answersOf(report).flatMap(({ address, suppress = false }) => (suppress ? [address.toLowerCase()] : [])),
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
  report: AttemptEnd,
  states: ReadonlyMap<string, RecipientState>,
  policy: RetryPolicy,
): NextStep {
  if (![...states.values()].some((state) => isOpen({ state }))) return { kind: 'finish' };
  switch (report.kind) {
    case 'unsendable':
      return { kind: 'give_up' };
    case 'unprepared':
    case 'relay_trouble': {
      const now = policy.now().getTime();
      if (!isOurOwn(report) && now - (email.troubleSince?.getTime() ?? now) > RELAY_TROUBLE_LIMIT_MS) return { kind: 'give_up' };
      const delayMs = relayTroubleDelay(email.troubleCount + 1, policy.random);
      return { kind: 'retry', delayMs, usesSchedule: false };
    }
    case 'in_doubt':
    case 'abandoned':
      if (policy.inDoubt === 'hold') return { kind: 'hold' };
      break;
    case 'answered':
    case 'withheld':
      break;
  }
  const delayMs = retryDelay(policy.schedule, email.retryCount, policy.random);
  return delayMs === null ? { kind: 'give_up' } : { kind: 'retry', delayMs, usesSchedule: true };
}

/** Whether what kept the email from being sent was on our side: no relay is to blame, so nothing is given up for it. */
function isOurOwn(report: RelayTroubleReport | Unprepared): boolean {
  return report.kind === 'unprepared' || ['interrupted', 'busy', 'at_rate_limit'].includes(report.reason);
}

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
 * Of recipients that get nothing while the email itself goes on or was sent to others: nothing else would tell whoever follows
 * the events. What holds for all is told once, by the event of the email, which comes after these.
 */
function leftOutEvents(email: AttemptedEmail, result: AttemptResult, status: StatusAfterAttempt): EmailAfterAttempt['events'] {
  return result.recipients.flatMap(({ address, verdict, ...reply }) =>
    (verdict === 'bounced' || verdict === 'suppressed') && verdict !== status
      ? [{ type: verdict, data: { recipient: address, ...eventData(email, { ...result, ...reply }) } }]
      : [],
  );
}

/** What is known at once about what happened after the email was sent. */
function feedbackEvents(report: AttemptEnd): EmailAfterAttempt['events'] {
  return answersOf(report).flatMap(({ address, feedback = [] }) =>
    feedback.map((type) => ({ type, data: { recipient: address.toLowerCase() } })),
  );
}

/** The recipients that have an answer. */
const answersOf = (report: AttemptEnd): readonly HandledRecipient[] => ('recipients' in report ? report.recipients : []);

/** The overview does not count what was only simulated. */
function eventData(email: AttemptedEmail, { relay, outcome, reason, replyCode, enhancedCode, replyText }: AttemptResult): object {
  const { attempt } = email;
  return relay === SANDBOX_RELAY
    ? { attempt, outcome, reason, replyCode, enhancedCode, replyText, simulated: true }
    : { attempt, outcome, reason, replyCode, enhancedCode, replyText };
}
