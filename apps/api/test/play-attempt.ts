/** A worker's part, played on the tables. */
import {
  beginAttempts,
  recordOutcomes,
  type AttemptResult,
  type Database,
  type EmailAfterAttempt,
  type RecordedReply,
} from '@sendoff/db';

/** What an attempt without a reply has in its place. */
export const NO_REPLY: RecordedReply = { replyCode: null, enhancedCode: null, replyText: null };

/** Begins an attempt as a worker; null when there is nothing to begin. */
export async function beginAttempt(database: Database, emailId: string, generation = 0): Promise<number | null> {
  const [delivery] = await beginAttempts(database, [{ emailId, generation }], { worker: 'w', leaseMs: 60_000 });
  return delivery?.attempt ?? null;
}

/** Ends attempt `n` with `result`, after which the email is as `after` says. */
export async function endAttempt(
  database: Database,
  emailId: string,
  n: number,
  result: Partial<AttemptResult> & Pick<AttemptResult, 'outcome' | 'reason'>,
  after: Partial<EmailAfterAttempt> & Pick<EmailAfterAttempt, 'status'>,
): Promise<void> {
  const answered = {
    ...NO_REPLY,
    relay: 'smtp://r:25',
    passedOver: [],
    remoteAddress: '192.0.2.1',
    tlsVersion: 'TLSv1.3',
    recipients: [],
  };
  const unchanged = { retryInMs: null, retryCount: 0, troubleCount: 0, recipients: [], events: [], suppress: [] };
  await recordOutcomes(database, [{ emailId, n, result: { ...answered, ...result }, after: { ...unchanged, ...after } }]);
}
