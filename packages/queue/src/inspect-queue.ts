/** A look into the queue. */
import type { Job, Queue } from 'bullmq';
import { readPayload } from './delivery-job.ts';
import { LANES, type Engine } from './engine.ts';

/** Where a job can be. */
export const QUEUE_STATES = ['waiting', 'active', 'delayed', 'failed'] as const;
/** Where a job can be. */
export type QueueState = (typeof QUEUE_STATES)[number];

/** What a job that lies there says of an email. */
export interface QueuedJob {
  readonly emailId: string;
  readonly generation: number;
  /** When the job was made. */
  readonly madeAt: Date;
  /** When it is to be worked on; null for at once. */
  readonly dueAt: Date | null;
  /** Why it failed, in the words of the error; null when it did not. */
  readonly failure: string | null;
}

/** Jobs that are read to find the next one: another worker may take and finish it between the two steps of reading it. */
const READ_AHEAD = 20;

/** How many jobs there are in each state. */
export type QueueCounts = Readonly<Record<QueueState, number>>;

/** Counts the jobs. In PostgreSQL this reads all of them. */
export async function countJobs(queue: Queue): Promise<QueueCounts> {
  const counts = await queue.getJobCounts(...QUEUE_STATES, 'prioritized');
  const { waiting = 0, prioritized = 0, active = 0, delayed = 0, failed = 0 } = counts;
  return { waiting: waiting + prioritized, active, delayed, failed };
}

/** The emails of the first jobs in a state, the next first; `limit` of them at most. */
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
 * When the older of the two jobs was made that are next to be worked on, of those without a priority and of those with one.
 *
 * @returns null when none waits.
 */
export async function dateNextJob(queue: Queue, engine: Engine): Promise<Date | null> {
  const next = await Promise.all(LANES.map(async (lane) => (await engine.listWaiting(queue, lane, READ_AHEAD)).find(isThere)));
  const times = next.flatMap((job) => (job === undefined ? [] : [job.timestamp]));
  return times.length === 0 ? null : new Date(Math.min(...times));
}

/** A job that is done between the two steps of reading it comes without data, or not at all. */
const isThere = (job: Partial<Job> | undefined): boolean => job?.data !== undefined;
