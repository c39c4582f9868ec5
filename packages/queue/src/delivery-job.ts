/**
 * The job that tells a worker to look at an email.
 *
 * A job is only a hint: it holds no state, so one that is lost, repeated, late or stale does no harm.
 * The table decides what is done.
 */
import type { JobKind } from './job-kind.ts';

/**
 * An email that is further away than this gets no job: it waits in the table, and workers take it
 * from there when its time comes. They look ahead, so what is nearer may be behind them.
 */
export const ENQUEUE_HORIZON_MS = 2000;

/** What a job carries: no part of the email, only where to find it. */
export interface DeliveryJobData {
  readonly emailId: string;
  /** The generation of the email when the job was made. A worker skips an email that has moved on. */
  readonly generation: number;
  /** The trace that the job belongs to, as W3C Trace Context writes it. */
  readonly traceparent?: string | undefined;
}

/**
 * The form in which a job lies in the queue. API and worker are deployed one after the other, so a
 * worker meets jobs of the release before and of the one after.
 *
 * Fields are only added, and a reader passes over what it does not know. A field may become required
 * one release after it was first written, and be left out one release after it was last read.
 * 0: `{emailId, generation}`, without a number. 1: `version`, and `traceparent` where there is one.
 */
export type DeliveryPayload = DeliveryJobData & { readonly version: number };

/** The form that this release writes. */
export const PAYLOAD_VERSION = 1;

/** A job as this release writes it. */
export const writePayload = ({ emailId, generation, traceparent }: DeliveryJobData): DeliveryPayload => ({
  version: PAYLOAD_VERSION,
  emailId,
  generation,
  ...(traceparent !== undefined && { traceparent }),
});

/**
 * Reads a job of this release, of the one before or of a later one.
 *
 * @returns null when it does not say which email it means. Nothing is lost with it: the sweep of the
 *   table makes another job.
 */
export function readPayload(payload: unknown): DeliveryJobData | null {
  if (typeof payload !== 'object' || payload === null) return null;
  const { emailId, generation, traceparent } = payload as Record<string, unknown>;
  if (typeof emailId !== 'string' || typeof generation !== 'number') return null;
  return { emailId, generation, ...(typeof traceparent === 'string' && { traceparent }) };
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
export const deliveryJobId = ({ emailId, generation }: Pick<DeliveryJobData, 'emailId' | 'generation'>): string =>
  `${emailId}.${String(generation)}`;

/** The queue of emails. */
export const DELIVERIES: JobKind<DeliveryJobData> = {
  queue: 'deliveries',
  name: 'deliver',
  idOf: deliveryJobId,
  write: writePayload,
  read: readPayload,
};
