/** Jobs for nothing: each names an email that is not kept anywhere. */
import { newId } from '@sendoff/db';
import { jobOf, openQueue, type QueuePlace } from './open-queue.ts';

const BATCH = 500;

/** Puts `count` of them into the queue. */
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
