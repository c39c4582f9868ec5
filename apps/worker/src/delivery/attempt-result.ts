/** What the ledger says of an attempt. */
import type { AttemptResult } from '@sendoff/db';
import type { AttemptEnd, HandledRecipient } from './attempt-end.ts';

/** From how an attempt ended to its row in the ledger. */
export function attemptResult(report: AttemptEnd): AttemptResult {
  const unconnected = { ...NO_RELAY, recipients: [], replyCode: null, enhancedCode: null };
  switch (report.kind) {
    case 'unsendable':
      return { ...unconnected, outcome: 'failed', reason: report.reason, replyText: report.message };
    case 'unprepared':
      return { ...unconnected, outcome: 'relay_trouble', reason: 'interrupted', replyText: report.message };
    case 'withheld':
      return {
        ...unconnected,
        recipients: recipientResults(report.recipients),
        outcome: 'suppressed',
        reason: 'suppressed',
        replyText: null,
      };
    case 'abandoned':
      return { ...unconnected, outcome: 'in_doubt', reason: 'worker_gone', replyText: null };
    case 'relay_trouble':
    case 'in_doubt':
      return {
        ...connectionOf(report),
        outcome: report.kind,
        reason: report.reason,
        replyCode: report.reply?.code ?? null,
        enhancedCode: report.reply?.enhancedCode ?? null,
        replyText: report.reply?.text ?? report.message,
      };
    case 'answered': {
      const connection = connectionOf(report);
      // Those that the relay never heard of say nothing about the attempt where there are others.
      const tried = connection.recipients.filter(({ verdict }) => verdict !== 'suppressed');
      // What went wrong says more about an attempt than what went right.
      const telling = tried.find(({ verdict }) => verdict !== 'sent') ?? tried[0] ?? connection.recipients[0];
      return {
        outcome: outcomeOf(tried.map(({ verdict }) => verdict)),
        reason: telling?.reason ?? 'accepted',
        ...connection,
        ...recordedReply(telling),
      };
    }
  }
}

const NO_RELAY = { relay: null, passedOver: [], remoteAddress: null, tlsVersion: null };

const connectionOf = ({
  relay,
  passedOver,
  remoteAddress,
  tlsVersion,
  recipients,
}: Extract<AttemptEnd, { readonly relay: string }>) => ({
  relay,
  passedOver,
  remoteAddress,
  tlsVersion,
  recipients: recipientResults(recipients),
});

const recipientResults = (recipients: readonly HandledRecipient[]): AttemptResult['recipients'] =>
  recipients.map(({ address, verdict, reason, reply, explanation = null }) => ({
    address: address.toLowerCase(),
    verdict,
    reason,
    replyCode: reply?.code ?? null,
    enhancedCode: reply?.enhancedCode ?? null,
    replyText: reply?.text ?? explanation,
  }));

/** From what became of those that were tried; with none of them the email was suppressed. */
function outcomeOf(verdicts: readonly HandledRecipient['verdict'][]): AttemptResult['outcome'] {
  if (verdicts.length === 0) return 'suppressed';
  if (verdicts.every((verdict) => verdict === 'sent')) return 'sent';
  if (verdicts.includes('sent')) return 'partial';
  return verdicts.includes('deferred') ? 'deferred' : 'bounced';
}

/** A reply as it is recorded; every field null where there was none. */
export const recordedReply = (recorded: Pick<AttemptResult, 'replyCode' | 'enhancedCode' | 'replyText'> | undefined) => ({
  replyCode: recorded?.replyCode ?? null,
  enhancedCode: recorded?.enhancedCode ?? null,
  replyText: recorded?.replyText ?? null,
});
