/** What an attempt makes of an email. Pure: the clock and the randomness come in as arguments. */
import type { AttemptResult, Delivery, EmailAfterAttempt, EmailEventType, RecipientState, StatusAfterAttempt } from '@sendoff/db';
import type { DeliveryReport, SmtpReply } from '@sendoff/mail';
import { isOpen } from './outgoing-email.ts';
import { RELAY_TROUBLE_LIMIT_MS, relayTroubleDelay, retryDelay } from './retry-schedule.ts';

/** Nothing was tried, because the email cannot be sent at all. */
export interface Unsendable {
  readonly kind: 'unsendable';
  readonly reason: string;
  readonly message: string;
}

/** The worker that made the attempt is gone, and nobody knows how far it had got. */
export interface Abandoned {
  readonly kind: 'abandoned';
}

/** How an attempt can end. */
export type AttemptEnd = DeliveryReport | Unsendable | Abandoned;

/** What is known of an email when its attempt ends. */
export interface AttemptedEmail extends Pick<Delivery, 'createdAt' | 'scheduledAt' | 'retryCount'> {
  /** The number of the attempt, from 1. */
  readonly attempt: number;
  readonly recipients: readonly Pick<Delivery['recipients'][number], 'address' | 'state'>[];
}

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
      recipients: email.recipients
        .filter(({ address, state }) => replies.has(address) || state !== states.get(address))
        .map(({ address, state }) => ({ address, state: states.get(address) ?? state, ...recordedReply(replies.get(address)) })),
      event: { type: EVENT_OF_STATUS[status], data: eventData(email, result) },
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
    case 'relay_trouble': {
      const dueSince = email.scheduledAt ?? email.createdAt;
      if (policy.now().getTime() - dueSince.getTime() > RELAY_TROUBLE_LIMIT_MS) return { kind: 'give_up' };
      const delayMs = relayTroubleDelay(email.attempt - email.retryCount, policy.random);
      return { kind: 'retry', delayMs, usesSchedule: false };
    }
    case 'in_doubt':
    case 'abandoned':
      if (policy.inDoubt === 'hold') return { kind: 'hold' };
      break;
    case 'answered':
      break;
  }
  const delayMs = retryDelay(policy.schedule, email.retryCount, policy.random);
  return delayMs === null ? { kind: 'give_up' } : { kind: 'retry', delayMs, usesSchedule: true };
}

/** The status of an email of which no recipient is still to be tried. */
function finalStatus(states: readonly RecipientState[]): StatusAfterAttempt {
  if (states.includes('sent')) return 'sent';
  if (states.every((state) => state === 'bounced')) return 'bounced';
  if (states.every((state) => state === 'suppressed')) return 'suppressed';
  return 'failed';
}

const EVENT_OF_STATUS = {
  sent: 'sent',
  deferred: 'delivery_delayed',
  in_doubt: 'delivery_delayed',
  bounced: 'bounced',
  failed: 'failed',
  suppressed: 'suppressed',
} as const satisfies Record<StatusAfterAttempt, EmailEventType>;

function attemptResult(report: AttemptEnd): AttemptResult {
  const unconnected = { relay: null, remoteAddress: null, tlsVersion: null, recipients: [], replyCode: null, enhancedCode: null };
  switch (report.kind) {
    case 'unsendable':
      return { ...unconnected, outcome: 'failed', reason: report.reason, replyText: report.message };
    case 'abandoned':
      return { ...unconnected, outcome: 'in_doubt', reason: 'worker_gone', replyText: null };
    case 'relay_trouble':
    case 'in_doubt':
      return {
        ...connectionOf(report),
        outcome: report.kind,
        reason: report.reason,
        ...replyFields(report.reply),
        replyText: report.reply?.text ?? report.message,
      };
    case 'answered': {
      const connection = connectionOf(report);
      // What went wrong says more about an attempt than what went right.
      const telling = connection.recipients.find(({ verdict }) => verdict !== 'sent') ?? connection.recipients[0];
      return {
        ...connection,
        outcome: outcomeOf(report.recipients.map(({ verdict }) => verdict)),
        reason: telling?.reason ?? 'accepted',
        ...recordedReply(telling),
      };
    }
  }
}

const connectionOf = ({ relay, remoteAddress, tlsVersion, recipients }: DeliveryReport) => ({
  relay,
  remoteAddress,
  tlsVersion,
  recipients: recipients.map(({ address, verdict, reason, reply }) => ({
    address: address.toLowerCase(),
    verdict,
    reason,
    ...replyFields(reply),
  })),
});

function outcomeOf(verdicts: readonly ('sent' | 'deferred' | 'bounced')[]): AttemptResult['outcome'] {
  if (verdicts.every((verdict) => verdict === 'sent')) return 'sent';
  if (verdicts.includes('sent')) return 'partial';
  return verdicts.includes('deferred') ? 'deferred' : 'bounced';
}

const replyFields = (reply: SmtpReply | null) => ({
  replyCode: reply?.code ?? null,
  enhancedCode: reply?.enhancedCode ?? null,
  replyText: reply?.text ?? null,
});

const recordedReply = (recorded: Pick<AttemptResult, 'replyCode' | 'enhancedCode' | 'replyText'> | undefined) => ({
  replyCode: recorded?.replyCode ?? null,
  enhancedCode: recorded?.enhancedCode ?? null,
  replyText: recorded?.replyText ?? null,
});

const eventData = (email: AttemptedEmail, { outcome, reason, replyCode, enhancedCode, replyText }: AttemptResult) => ({
  attempt: email.attempt,
  outcome,
  reason,
  replyCode,
  enhancedCode,
  replyText,
});
