/** The queue of emails that are to be looked at. */
import type { Logger } from '@sendoff/runtime';
import { DELIVERIES, type DeliveryJob } from './delivery-job.ts';
import type { QueueLocation } from './engine.ts';
import { countJobs, dateNextJob, listJobs, type QueueCounts, type QueuedJob, type QueueState } from './inspect-queue.ts';
import { openJobQueue, type JobQueue } from './open-job-queue.ts';

/** Puts jobs for emails into the queue. */
export interface DeliveryQueue extends JobQueue<DeliveryJob> {
  /** How many jobs lie there in each state. For operators, and not to be asked often: PostgreSQL reads all of them for it. */
  countJobs(): Promise<QueueCounts>;
  /** The emails of the first jobs in a state, the next first. For operators; nothing is decided by it. */
  listJobs(state: QueueState, limit: number): Promise<QueuedJob[]>;
  /**
   * When the older of the two jobs was made that are next to be taken, of those without a priority and of those with one, by
   * the clock of whoever made it; null when none waits. Jobs of one priority are taken in the order in which they were made, but for
   * those that were delayed, so emails that were enqueued before have none left.
   */
  dateNextJob(): Promise<Date | null>;
}

/** What the producing end works with. */
export interface DeliveryQueueOptions extends QueueLocation {
  readonly logger: Logger;
  /** Called with the number of emails for which jobs are about to be made; returns the trace that they belong to, if any. */
  readonly noteJobs?: ((count: number) => string | undefined) | undefined;
}

/** Opens the producing end of the queue. Nothing is connected before it is used. */
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

/** At once, while the caller is still the one that runs: jobs of several callers go together later. */
function withTrace(jobs: readonly DeliveryJob[], noteJobs: (count: number) => string | undefined): readonly DeliveryJob[] {
  const traceparent = jobs.length === 0 ? undefined : noteJobs(jobs.length);
  return traceparent === undefined ? jobs : jobs.map((job) => ({ ...job, traceparent }));
}
