/** Creates a backlog: stored emails with their jobs, while no worker runs. */
import { createLogger } from '@sendoff/runtime';
import { acceptSubmissions, closeDatabase, newId, openDatabase } from '@sendoff/db';
import { openDeliveryQueue } from '@sendoff/queue';
import type { Deployment } from '../deployment/deployment.ts';
import { smallEmail, toSubmission } from './small-email.ts';

const BATCH = 500;
const API_KEY_ID = newId();

/**
 * Stores emails number `from` to `from + count - 1` and enqueues their jobs, with the functions that the API uses.
 *
 * @param onProgress called with the number of emails so far
 */
export async function fillBacklog(
  deployment: Deployment,
  {
    count,
    from = 0,
    onProgress,
  }: { readonly count: number; readonly from?: number; readonly onProgress?: (done: number) => void },
): Promise<void> {
  const database = openDatabase({ url: deployment.databaseUrl, maxConnections: 2 });
  const queue = openDeliveryQueue({ ...deployment, logger: createLogger({ name: 'bench', level: 'warn' }) });
  try {
    for (let done = 0; done < count; done += BATCH) {
      const size = Math.min(BATCH, count - done);
      const submissions = Array.from({ length: size }, (_, n) => toSubmission(smallEmail(from + done + n), API_KEY_ID));
      await acceptSubmissions(database, submissions);
      await queue.enqueue(submissions.map(({ id }) => ({ emailId: id, generation: 0, mayShare: true })));
      onProgress?.(done + size);
    }
  } finally {
    await queue.close();
    await closeDatabase(database);
  }
}
