/** Keeps emails and tells the queue: what the API and the command line have in common. */
import type { Logger } from '@sendoff/config';
import { acceptSubmissions, type Database, type Submission } from '@sendoff/db';
import type { DeliveryQueue } from '@sendoff/queue';

/** What keeping an email takes. */
export interface KeepingParts {
  readonly database: Database;
  readonly queue: Pick<DeliveryQueue, 'enqueue'>;
  readonly logger: Logger;
}

/**
 * Commits the emails, then asks for their delivery.
 *
 * Once this has resolved the emails are kept, whatever becomes of the queue: it may be away, and a
 * sweep of the table finds what has no job. So `enqueued` is there to be waited for by a process that
 * is about to end, not before answering a request; it never rejects.
 */
export async function keepEmails(
  { database, queue, logger }: KeepingParts,
  submissions: readonly Submission[],
): Promise<{ readonly enqueued: Promise<void> }> {
  await acceptSubmissions(database, submissions);
  const jobs = submissions.map(({ id }) => ({ emailId: id, generation: 0 }));
  const enqueued = queue.enqueue(jobs).catch((error: unknown) => {
    logger.warn({ err: error, emails: jobs.length }, 'emails are kept but not enqueued; the sweep will find them');
  });
  return { enqueued };
}
