/** Jobs without work: each names an email that does not exist. */
import { newId } from '@sendoff/db';
import { jobOf, openQueue, type QueuePlace } from './open-queue.ts';

const BATCH = 500;

/** Adds `count` jobs to the queue. */
export async function fillQueue(place: QueuePlace, count: number): Promise<void> {
  const { queue, close } = openQueue(place);
  try {
    for (let done = 0; done < count; done += BATCH) {
      await queue.addBulk(Array.from({ length: Math.min(BATCH, count - done) }, () => jobOf(newId())));
    }
  } finally {
    await close();
  }
}
