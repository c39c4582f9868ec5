import type { Logger } from '@sendoff/runtime';
import { ENQUEUE_HORIZON_MS, type DeliveryQueue } from '@sendoff/queue';

/** What enqueueing needs. */
export interface EnqueueingParts {
  readonly queue: Pick<DeliveryQueue, 'enqueue'>;
  readonly logger: Logger;
}

/** An email whose row was just written, so that no job has this generation of it yet. */
export interface WaitingEmail {
  readonly emailId: string;
  readonly generation: number;
  /** Null when it is due now. */
  readonly dueAt: Date | null;
  /** From `openQueuePriority`; 0, which is sent first, when left out. */
  readonly priority?: number;
}

/**
 * Adds jobs for the emails that are due within the queue's horizon; the others wait in the table.
 *
 * Never rejects, and no answer needs to wait for it: an email without a job is found in the table by the worker's sweep.
 *
 * @param now milliseconds since 1970.
 */
export async function enqueueDueSoon({ queue, logger }: EnqueueingParts, emails: readonly WaitingEmail[], now = Date.now()) {
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
    if (isFirstReport(error)) logger.warn({ err: error }, 'enqueuing accepted emails failed; the sweep will find them');
  }
}

/** Requests that shared one command to the queue get the same error; it is logged once. */
const reported = new WeakSet<object>();

function isFirstReport(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return true;
  if (reported.has(error)) return false;
  reported.add(error);
  return true;
}
