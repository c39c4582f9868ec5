/** Records what a bounce or complaint says about its email. */
import type { Logger } from '@sendoff/runtime';
import { recordFeedback, type Database, type Feedback, type NoteWebhooks } from '@sendoff/db';
import type { ComplaintReport, FeedbackReport, RecipientReport } from '@sendoff/feedback';
import { classifyReport } from './classify-report.ts';

/** The dependencies of `takeFeedback`. */
export interface FeedbackParts {
  readonly database: Database;
  readonly logger: Logger;
  readonly noteWebhooks?: NoteWebhooks;
}

/**
 * Records the report about an email. Resolves once it is committed, or after logging why there is nothing to record.
 *
 * @throws when the database cannot be used.
 */
export async function takeFeedback(
  { database, logger, noteWebhooks }: FeedbackParts,
  emailId: string,
  report: FeedbackReport,
): Promise<void> {
  if (report.kind === 'automatic_reply') {
    logger.info({ emailId }, 'automatic reply ignored');
    return;
  }
  if (report.kind === 'unrecognised') {
    logger.warn({ emailId, reason: report.reason }, 'unrecognized bounce message');
    return;
  }
  const feedback = report.kind === 'complaint' ? ofComplaint(report) : report.recipients.flatMap(ofRecipient);
  if (feedback.length === 0) {
    logger.info({ emailId, kind: report.kind }, 'report has no effect');
    return;
  }

  const results = await recordFeedback(database, emailId, feedback, noteWebhooks);
  for (const [index, result] of results.entries()) {
    const one = feedback[index];
    const level = result === 'recorded' || result === 'known' ? 'info' : 'warn';
    logger[level]({ emailId, feedback: one?.feedback, reason: one?.reason, result }, 'feedback received');
  }
}

function ofRecipient(report: RecipientReport): Feedback[] {
  const { addresses, action, replyCode, enhancedCode, diagnostic } = report;
  const said = { addresses, replyCode, enhancedCode, replyText: diagnostic };
  switch (action) {
    case 'failed': {
      const { reason, suppress } = classifyReport(report);
      return [{ ...said, feedback: 'bounced', reason, suppress: suppress ? 'bounce' : null }];
    }
    case 'delayed':
      return [{ ...said, feedback: 'delivery_delayed', reason: 'delayed', suppress: null }];
    case 'delivered':
      return [{ ...said, feedback: 'delivered', reason: 'delivered', suppress: null }];
    case 'relayed':
    case 'expanded':
      // It may still bounce later (RFC 3464 section 2.3.3).
      return [];
  }
}

function ofComplaint({ addresses, feedbackType, isUnwanted }: ComplaintReport): Feedback[] {
  if (!isUnwanted) return [];
  return (addresses.length === 0 ? [[]] : addresses.map((address) => [address])).map((named) => ({
    ...{ feedback: 'complained', addresses: named, suppress: 'complaint', reason: feedbackType },
    ...{ replyCode: null, enhancedCode: null, replyText: null },
  }));
}
