/** A look into the queue. */
import type { Queue } from 'bullmq';
import type { DeliveryJobData } from './delivery-job.ts';

/** Where a job can be. */
export const QUEUE_STATES = ['waiting', 'active', 'delayed', 'failed'] as const;
/** Where a job can be. */
export type QueueState = (typeof QUEUE_STATES)[number];

/** A job as it lies there. */
export interface QueuedJob {
  readonly emailId: string;
  readonly generation: number;
  /** When it was made. */
  readonly madeAt: Date;
  /** When it is to be worked on; null for at once. */
  readonly dueAt: Date | null;
  /** Why it failed, in the words of the error; null when it did not. */
  readonly failure: string | null;
}

/** What lies in the queue. */
export interface QueueInside {
  readonly counts: Readonly<Record<QueueState, number>>;
  /** The jobs in the state that was asked for, the next first. */
  readonly jobs: readonly QueuedJob[];
}

/** Counts the jobs, and reads the first `limit` in a state. */
export async function lookInside(queue: Queue<DeliveryJobData>, state: QueueState, limit: number): Promise<QueueInside> {
  const [counts, jobs] = await Promise.all([
    queue.getJobCounts(...QUEUE_STATES),
    queue.getJobs([state], 0, limit - 1, state === 'waiting' || state === 'delayed'),
  ]);
  return {
    counts: Object.fromEntries(QUEUE_STATES.map((name) => [name, counts[name] ?? 0])) as QueueInside['counts'],
    // A job that is done between the two steps of reading it comes without data.
    jobs: jobs
      .filter((job) => (job as Partial<typeof job> | undefined)?.data !== undefined)
      .map(({ data, timestamp, delay, failedReason }) => ({
        emailId: data.emailId,
        generation: data.generation,
        madeAt: new Date(timestamp),
        dueAt: delay > 0 ? new Date(timestamp + delay) : null,
        failure: (failedReason as string | undefined) ?? null,
      })),
  };
}
