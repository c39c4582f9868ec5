/**
 * The job that tells a worker to look at an email.
 *
 * A job is only a hint: it holds no state, so one that is lost, repeated, late or stale does no harm.
 * The table decides what is done.
 */

/** The name of the queue. */
export const DELIVERY_QUEUE = 'deliveries';

/** An email that is further away than this gets no job yet; it waits in the table. */
export const ENQUEUE_HORIZON_MS = 60_000;

/** What a job carries: no part of the email, only where to find it. */
export interface DeliveryJobData {
  readonly emailId: string;
  /** The generation of the email when the job was made. A worker skips an email that has moved on. */
  readonly generation: number;
}

/** A job to be made. */
export interface DeliveryJob extends DeliveryJobData {
  /** Milliseconds until it is to be worked on; at once when left out. */
  readonly delayMs?: number;
}

/**
 * Its id in the queue. The same email and generation give the same id, so that enqueueing again what
 * already has a job changes nothing.
 */
export const deliveryJobId = ({ emailId, generation }: DeliveryJobData): string => `${emailId}.${String(generation)}`;
