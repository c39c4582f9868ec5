/** A backlog: emails that are kept and have their jobs, with nobody to work on them yet. */
import { acceptSubmissions, closeDatabase, newId, openDatabase } from '@sendoff/db';
import type { Deployment } from '../deployment/deployment.ts';
import { jobOf, openQueue } from '../floors/open-queue.ts';
import { smallEmail, toSubmission } from './small-email.ts';

const BATCH = 500;
const API_KEY_ID = newId();

/**
 * Keeps emails number `from` to `from + count - 1` by the verb that the API uses, and makes their jobs.
 *
 * @param onProgress is told how many there are.
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
  const { queue, close } = openQueue(deployment);
  try {
    for (let done = 0; done < count; done += BATCH) {
      const size = Math.min(BATCH, count - done);
      const submissions = Array.from({ length: size }, (_, n) => toSubmission(smallEmail(from + done + n), API_KEY_ID));
      await acceptSubmissions(database, submissions);
      await queue.addBulk(submissions.map(({ id }) => jobOf(id)));
      onProgress?.(done + size);
    }
  } finally {
    await close();
    await closeDatabase(database);
  }
}
