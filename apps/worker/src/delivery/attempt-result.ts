/** What the ledger says of an attempt. */
import type { AttemptResult } from '@sendoff/db';
import type { SmtpReply } from '@sendoff/mail';
import type { AttemptEnd, HandledRecipient } from './attempt-end.ts';

/** From how an attempt ended to its row in the ledger. */
export function attemptResult(report: AttemptEnd): AttemptResult {
  const unconnected = { ...NO_RELAY, recipients: [], replyCode: null, enhancedCode: null };
  switch (report.kind) {
    case 'unsendable':
      return { ...unconnected, outcome: 'failed', reason: report.reason, replyText: report.message };
    case 'unprepared':
      return { ...unconnected, outcome: 'relay_trouble', reason: 'interrupted', replyText: report.message };
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
  recipients: recipients.map(({ address, verdict, reason, reply }) => ({
    address: address.toLowerCase(),
    verdict,
    reason,
    ...replyFields(reply),
  })),
});

function outcomeOf(verdicts: readonly HandledRecipient['verdict'][]): AttemptResult['outcome'] {
  if (verdicts.every((verdict) => verdict === 'sent')) return 'sent';
  if (verdicts.includes('sent')) return 'partial';
  if (verdicts.includes('deferred')) return 'deferred';
  return verdicts.includes('bounced') ? 'bounced' : 'suppressed';
}

const replyFields = (reply: SmtpReply | null) => ({
  replyCode: reply?.code ?? null,
  enhancedCode: reply?.enhancedCode ?? null,
  replyText: reply?.text ?? null,
});

/** A reply as it is recorded; every field null where there was none. */
export const recordedReply = (recorded: Pick<AttemptResult, 'replyCode' | 'enhancedCode' | 'replyText'> | undefined) => ({
  replyCode: recorded?.replyCode ?? null,
  enhancedCode: recorded?.enhancedCode ?? null,
  replyText: recorded?.replyText ?? null,
});
