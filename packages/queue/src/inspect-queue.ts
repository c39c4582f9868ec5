/** Inspects the queue. */
import type { Job, Queue } from 'bullmq';
import { readPayload } from './delivery-job.ts';
import { LANES, type Engine } from './engine.ts';

/** The states of a job. */
export const QUEUE_STATES = ['waiting', 'active', 'delayed', 'failed'] as const;
/** The state of a job. */
export type QueueState = (typeof QUEUE_STATES)[number];

/** An email of a queued job. */
export interface QueuedJob {
  readonly emailId: string;
  readonly generation: number;
  /** When the job was created. */
  readonly madeAt: Date;
  /** When it is due; null for at once. */
  readonly dueAt: Date | null;
  /** The error message of a failed job; null when it has not failed. */
  readonly failure: string | null;
}

/** Jobs read to find the next one, because a worker may finish a job between the two steps of reading it. */
const READ_AHEAD = 20;

/** Number of jobs in each state. */
export type QueueCounts = Readonly<Record<QueueState, number>>;

/** Counts the jobs. Expensive on PostgreSQL, which reads all of them. */
export async function countJobs(queue: Queue): Promise<QueueCounts> {
  const counts = await queue.getJobCounts(...QUEUE_STATES, 'prioritized');
  const { waiting = 0, prioritized = 0, active = 0, delayed = 0, failed = 0 } = counts;
  return { waiting: waiting + prioritized, active, delayed, failed };
}

/** At most `limit` emails of the first jobs in a state, next first. */
export async function listJobs(queue: Queue, engine: Engine, state: QueueState, limit: number): Promise<QueuedJob[]> {
  const jobs =
    state === 'waiting'
      ? await listWaiting(queue, engine, limit)
      : ((await queue.getJobs([state], 0, limit - 1, state === 'delayed')) as Job[]);
  return jobs
    .filter(isThere)
    .flatMap(({ data, timestamp, delay, failedReason }) =>
      (readPayload(data) ?? []).map(({ emailId, generation }) => ({
        emailId,
        generation,
        madeAt: new Date(timestamp),
        dueAt: delay > 0 ? new Date(timestamp + delay) : null,
        failure: (failedReason as string | undefined) ?? null,
      })),
    )
    .slice(0, limit);
}

async function listWaiting(queue: Queue, engine: Engine, limit: number): Promise<Job[]> {
  const first = await engine.listWaiting(queue, 'waiting', limit);
  return first.length < limit ? [...first, ...(await engine.listWaiting(queue, 'prioritized', limit - first.length))] : first;
}

/**
 * The creation time of the older of the next job without and the next job with a priority.
 *
 * @returns null when no job waits.
 */
export async function dateNextJob(queue: Queue, engine: Engine): Promise<Date | null> {
  const next = await Promise.all(LANES.map(async (lane) => (await engine.listWaiting(queue, lane, READ_AHEAD)).find(isThere)));
  const times = next.flatMap((job) => (job === undefined ? [] : [job.timestamp]));
  return times.length === 0 ? null : new Date(Math.min(...times));
}

/** False for a job that was finished between the two steps of reading it: it has no data, or is undefined. */
const isThere = (job: Partial<Job> | undefined): boolean => job?.data !== undefined;
