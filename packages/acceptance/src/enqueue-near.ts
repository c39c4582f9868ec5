import type { Logger } from '@sendoff/runtime';
import { ENQUEUE_HORIZON_MS, type DeliveryQueue } from '@sendoff/queue';

/** What telling the queue takes. */
export interface EnqueueingParts {
  readonly queue: Pick<DeliveryQueue, 'enqueue'>;
  readonly logger: Logger;
}

/** An email in the table as it has just been written: no job can know of this generation of it. */
export interface WaitingEmail {
  readonly emailId: string;
  readonly generation: number;
  /** Null for at once. */
  readonly dueAt: Date | null;
  /** Before which others it is sent, as `openQueuePriority` has it; before all when left out. */
  readonly priority?: number;
}

/**
 * Makes jobs for the emails that are due within the horizon of the queue; the others wait in the table.
 *
 * Not to be waited for before answering a request. The emails are kept whatever becomes of the queue: it may be
 * away, and the worker's sweep of the table finds what has no job. Never rejects.
 *
 * @param now milliseconds since 1970.
 */
export async function enqueueNear({ queue, logger }: EnqueueingParts, emails: readonly WaitingEmail[], now = Date.now()) {
  const jobs = emails
    .map(({ emailId, generation, dueAt, priority = 0 }) => ({
      emailId,
      generation,
      delayMs: dueAt === null ? 0 : Math.max(0, dueAt.getTime() - now),
      mayShare: true,
      priority,
    }))
    .filter(({ delayMs }) => delayMs <= ENQUEUE_HORIZON_MS);
  try {
    await queue.enqueue(jobs);
  } catch (error) {
    if (isNews(error)) logger.warn({ err: error }, 'emails are kept but not enqueued; the sweep will find them');
  }
}

/** Requests that shared a command of the queue share its error too. A line for each would hold up what is to be answered. */
const reported = new WeakSet<object>();

function isNews(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return true;
  if (reported.has(error)) return false;
  reported.add(error);
  return true;
}
