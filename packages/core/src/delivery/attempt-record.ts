/** The row that the ledger keeps of an attempt. */
import { recipientOutcomes, type AttemptOutcome, type RecipientOutcome, type SkippedRelay } from './attempt-outcome.ts';

/** In one word; `null` in the ledger while the attempt is open. */
export type AttemptResult =
  /** Every recipient that was tried was accepted. */
  | 'sent'
  /** Some recipients were accepted, others refused. */
  | 'partial'
  | 'deferred'
  | 'bounced'
  | 'failed'
  /** Every recipient is on the suppression list. */
  | 'suppressed'
  /** The relay could not be used; no recipient was refused. */
  | 'relay_error'
  /** The final dot may have been sent, and no reply was recorded. */
  | 'in_doubt';

/** A reply as it is recorded; every field is null where there was none. */
export interface RecordedReply {
  readonly replyCode: number | null;
  /** RFC 3463. */
  readonly enhancedCode: string | null;
  readonly replyText: string | null;
}

/** The outcome for one recipient as it is recorded. */
export interface RecipientRecord extends RecordedReply {
  /** In lower case. */
  readonly address: string;
  readonly verdict: RecipientOutcome['verdict'];
  readonly reason: string;
}

/** What the ledger keeps of an attempt that has ended. */
export interface AttemptRecord extends RecordedReply {
  readonly outcome: AttemptResult;
  readonly reason: string;
  readonly relay: string | null;
  readonly skippedRelays: readonly SkippedRelay[];
  readonly remoteAddress: string | null;
  readonly tlsVersion: string | null;
  readonly providerMessageId: string | null;
  readonly recipients: readonly RecipientRecord[];
}

/** From how an attempt ended to its row in the ledger. */
export function attemptRecord(attempt: AttemptOutcome): AttemptRecord {
  const recipients = recipientOutcomes(attempt).map(recipientRecord);
  const withoutRelay = { ...NO_RELAY, ...NO_REPLY, recipients };
  switch (attempt.kind) {
    case 'local_failure':
      return {
        ...withoutRelay,
        outcome: attempt.isPermanent ? 'failed' : 'relay_error',
        reason: attempt.reason,
        replyText: attempt.message,
      };
    case 'suppressed':
      return { ...withoutRelay, outcome: 'suppressed', reason: 'suppressed' };
    case 'worker_lost':
      return { ...withoutRelay, outcome: 'in_doubt', reason: 'worker_gone' };
    case 'relay_error':
    case 'in_doubt': {
      const reply = attempt.kind === 'relay_error' ? attempt.reply : null;
      return {
        ...relayOf(attempt),
        recipients,
        outcome: attempt.kind,
        reason: attempt.reason,
        replyCode: reply?.code ?? null,
        enhancedCode: reply?.enhancedCode ?? null,
        replyText: reply?.text ?? attempt.message,
      };
    }
    case 'answered': {
      // Suppressed recipients say nothing about the attempt where there are others.
      const tried = recipients.filter(({ verdict }) => verdict !== 'suppressed');
      // A refusal says more about an attempt than an acceptance.
      const telling = tried.find(({ verdict }) => verdict !== 'sent') ?? tried[0] ?? recipients[0];
      return {
        ...relayOf(attempt),
        ...recordedReply(telling),
        recipients,
        outcome: resultOf(tried.map(({ verdict }) => verdict)),
        reason: telling?.reason ?? 'accepted',
      };
    }
  }
}

const NO_RELAY = { relay: null, skippedRelays: [], remoteAddress: null, tlsVersion: null, providerMessageId: null };
const NO_REPLY: RecordedReply = { replyCode: null, enhancedCode: null, replyText: null };

const relayOf = ({
  relay,
  skippedRelays,
  remoteAddress,
  tlsVersion,
  providerMessageId,
}: Extract<AttemptOutcome, { readonly relay: string }>) => ({
  relay,
  skippedRelays,
  remoteAddress,
  tlsVersion,
  providerMessageId,
});

const recipientRecord = ({ address, verdict, reason, reply, explanation }: RecipientOutcome): RecipientRecord => ({
  address: address.toLowerCase(),
  verdict,
  reason,
  replyCode: reply?.code ?? null,
  enhancedCode: reply?.enhancedCode ?? null,
  replyText: reply?.text ?? explanation ?? null,
});

/** From the verdicts on those that were tried; without any the email was suppressed. */
function resultOf(verdicts: readonly RecipientOutcome['verdict'][]): AttemptResult {
  if (verdicts.length === 0) return 'suppressed';
  if (verdicts.every((verdict) => verdict === 'sent')) return 'sent';
  if (verdicts.includes('sent')) return 'partial';
  return verdicts.includes('deferred') ? 'deferred' : 'bounced';
}

/** The reply of a record, without the rest of it. */
export const recordedReply = (record: RecordedReply | undefined): RecordedReply => ({
  replyCode: record?.replyCode ?? null,
  enhancedCode: record?.enhancedCode ?? null,
  replyText: record?.replyText ?? null,
});
