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

/** How many jobs there are in each state. */
export type QueueCounts = Readonly<Record<QueueState, number>>;

/** Counts the jobs. In PostgreSQL this reads all of them. */
export async function countJobs(queue: Queue<DeliveryJobData>): Promise<QueueCounts> {
  const counts = await queue.getJobCounts(...QUEUE_STATES);
  return Object.fromEntries(QUEUE_STATES.map((name) => [name, counts[name] ?? 0])) as QueueCounts;
}

/** The first `limit` jobs in a state, the next first. */
export async function listJobs(queue: Queue<DeliveryJobData>, state: QueueState, limit: number): Promise<QueuedJob[]> {
  const jobs = await queue.getJobs([state], 0, limit - 1, state === 'waiting' || state === 'delayed');
  // A job that is done between the two steps of reading it comes without data.
  return jobs
    .filter((job) => (job as Partial<typeof job> | undefined)?.data !== undefined)
    .map(({ data, timestamp, delay, failedReason }) => ({
      emailId: data.emailId,
      generation: data.generation,
      madeAt: new Date(timestamp),
      dueAt: delay > 0 ? new Date(timestamp + delay) : null,
      failure: (failedReason as string | undefined) ?? null,
    }));
}
