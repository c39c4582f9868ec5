/** A worker's part, played on the tables. */
import type { AttemptRecord, EmailAfterAttempt, RecordedReply } from '@sendoff/core';
import { beginAttempts, recordOutcomes, type Database } from '@sendoff/db';

/** What an attempt without a reply has in its place. */
export const NO_REPLY: RecordedReply = { replyCode: null, enhancedCode: null, replyText: null };

/** Begins an attempt as a worker; null when there is nothing to begin. */
export async function beginAttempt(database: Database, emailId: string, generation = 0): Promise<number | null> {
  const [delivery] = await beginAttempts(database, [{ emailId, generation }], { worker: 'w', leaseMs: 60_000 });
  return delivery?.attempt ?? null;
}

/** Ends attempt `n` with `record`, after which the email is as `after` says. */
export async function endAttempt(
  database: Database,
  emailId: string,
  n: number,
  record: Partial<AttemptRecord> & Pick<AttemptRecord, 'outcome' | 'reason'>,
  after: Partial<EmailAfterAttempt> & Pick<EmailAfterAttempt, 'status'>,
): Promise<void> {
  const answered = {
    ...NO_REPLY,
    relay: 'smtp://r:25',
    skippedRelays: [],
    remoteAddress: '192.0.2.1',
    tlsVersion: 'TLSv1.3',
    providerMessageId: null,
    recipients: [],
  };
  const unchanged = { retryInMs: null, retryCount: 0, relayFailureCount: 0, recipients: [], events: [], suppress: [] };
  await recordOutcomes(database, [{ emailId, n, record: { ...answered, ...record }, after: { ...unchanged, ...after } }]);
}
