/** The producing side of the delivery queue. */
import type { Logger } from '@sendoff/runtime';
import { DELIVERIES, type DeliveryJob } from './delivery-job.ts';
import type { QueueLocation } from './open-engine.ts';
import { countJobs, dateNextJob, listJobs, type QueueCounts, type QueuedJob, type QueueState } from './inspect-queue.ts';
import { openJobQueue, type JobQueue } from './open-job-queue.ts';

/** Enqueues emails. */
export interface DeliveryQueue extends JobQueue<DeliveryJob> {
  /** Number of jobs in each state, for operators. Expensive on PostgreSQL, which reads all jobs. */
  countJobs(): Promise<QueueCounts>;
  /** The emails of the first jobs in a state, next first; for display only. */
  listJobs(state: QueueState, limit: number): Promise<QueuedJob[]>;
  /**
   * The creation time, by its producer's clock, of the older of the next job without and the next job with a priority; null when
   * none waits. Jobs of one priority are taken in order of creation, except delayed ones, so emails enqueued before this time
   * have no waiting job left.
   */
  dateNextJob(): Promise<Date | null>;
}

/** What the producing side needs. */
export interface DeliveryQueueOptions extends QueueLocation {
  readonly logger: Logger;
  /** Called with the number of emails to be enqueued; returns the trace that they belong to, if any. */
  readonly noteJobs?: ((count: number) => string | undefined) | undefined;
}

/** Opens the producing side of the queue. It connects when it is first used. */
export function openDeliveryQueue({ noteJobs, ...options }: DeliveryQueueOptions): DeliveryQueue {
  const queue = openJobQueue(DELIVERIES, options);
  return {
    ...queue,
    enqueue: (jobs) => queue.enqueue(noteJobs === undefined ? jobs : withTrace(jobs, noteJobs)),
    countJobs: () => queue.ask(countJobs),
    listJobs: (state, limit) => queue.ask((inner, engine) => listJobs(inner, engine, state, limit)),
    dateNextJob: () => queue.ask(dateNextJob),
  };
}

/** Called synchronously, in the context of the caller: the jobs of several callers are combined later. */
function withTrace(jobs: readonly DeliveryJob[], noteJobs: (count: number) => string | undefined): readonly DeliveryJob[] {
  const traceparent = jobs.length === 0 ? undefined : noteJobs(jobs.length);
  return traceparent === undefined ? jobs : jobs.map((job) => ({ ...job, traceparent }));
}
