/**
 * The job that tells a worker to look at an email, or at a few.
 *
 * A job is only a hint: it holds no state, so one that is lost, repeated, late or stale does no harm.
 * The table decides what is done.
 */
import type { JobKind, PackedJob } from './job-kind.ts';

/**
 * An email that is further away than this gets no job: it waits in the table, and workers take it
 * from there when its time comes. They look ahead, so what is nearer may be behind them.
 */
export const ENQUEUE_HORIZON_MS = 2000;

/**
 * So many emails share a job at most. To make and finish a job costs as much for eight as for one; with more there is
 * little left to be saved, and one worker would have more in its hands than it can send while another has nothing to do.
 */
export const EMAILS_PER_JOB = 8;

/** What a job says of an email: no part of it, only where to find it. */
export interface DeliveryJobData {
  readonly emailId: string;
  /** The generation of the email when the job was made. A worker skips an email that has moved on. */
  readonly generation: number;
  /** The trace that the email belongs to, as W3C Trace Context writes it. */
  readonly traceparent?: string | undefined;
}

/**
 * The form in which a job lies in the queue. API and worker are deployed one after the other, so a
 * worker meets jobs of the release before and of the one after.
 *
 * Fields are only added, and a reader passes over what it does not know. A field may become required
 * one release after it was first written, and be left out one release after it was last read.
 * 0: `{emailId, generation}`, without a number. 1: `version`, and `traceparent` where there is one.
 * 2: `others` where there are any. A worker of the release before sends the first email, and its sweep finds the others.
 */
export type DeliveryPayload = DeliveryJobData & { readonly version: number; readonly others?: readonly DeliveryJobData[] };

/** The form that this release writes. */
export const PAYLOAD_VERSION = 2;

/** A job as this release writes it. */
export const writePayload = (first: DeliveryJobData, others: readonly DeliveryJobData[] = []): DeliveryPayload => ({
  version: PAYLOAD_VERSION,
  ...write(first),
  ...(others.length > 0 && { others: others.map(write) }),
});

const write = ({ emailId, generation, traceparent }: DeliveryJobData): DeliveryJobData => ({ emailId, generation, traceparent });

/**
 * Reads a job of this release, of the one before or of a later one.
 *
 * @returns the emails that it names, or null when it names none. Nothing is lost with it: the sweep of the
 *   table makes another job.
 */
export function readPayload(payload: unknown): DeliveryJobData[] | null {
  const first = read(payload);
  if (first === null) return null;
  const { others } = payload as { readonly others?: unknown };
  return [first, ...(Array.isArray(others) ? others.map(read).filter((other) => other !== null) : [])];
}

function read(payload: unknown): DeliveryJobData | null {
  if (typeof payload !== 'object' || payload === null) return null;
  const { emailId, generation, traceparent } = payload as Record<string, unknown>;
  if (typeof emailId !== 'string' || typeof generation !== 'number') return null;
  return { emailId, generation, ...(typeof traceparent === 'string' && { traceparent }) };
}

/** An email that a job is to be made for. */
export interface DeliveryJob extends DeliveryJobData {
  /** Milliseconds until it is to be worked on; at once when left out. */
  readonly delayMs?: number;
  /**
   * Whether it may share a job with others that are to be worked on at once; only where none can have been made for this
   * generation of the email yet. It has one of its own otherwise, whose id says which email and generation it is, so that
   * enqueueing again what has such a job changes nothing.
   */
  readonly mayShare?: boolean;
  /** Emails with a lower number are taken first; 0, before all others, when left out. At most 2,097,152. */
  readonly priority?: number;
}

/** The id of the job that an email has for itself. */
export const deliveryJobId = ({ emailId, generation }: Pick<DeliveryJobData, 'emailId' | 'generation'>): string =>
  `${emailId}.${String(generation)}`;

function packJobs(jobs: readonly DeliveryJob[]): PackedJob[] {
  const packed: PackedJob[] = [];
  const sharing = new Map<number, DeliveryJob[]>();
  for (const job of jobs) {
    if (job.mayShare !== true || (job.delayMs ?? 0) > 0) packed.push(packOne(job));
    else putWith(sharing, job.priority ?? 0, job);
  }
  for (const group of sharing.values()) {
    for (let from = 0; from < group.length; from += EMAILS_PER_JOB)
      packed.push(packGroup(group.slice(from, from + EMAILS_PER_JOB)));
  }
  return packed;
}

function putWith(groups: Map<number, DeliveryJob[]>, priority: number, job: DeliveryJob): void {
  const group = groups.get(priority);
  if (group === undefined) groups.set(priority, [job]);
  else group.push(job);
}

const packOne = (job: DeliveryJob): PackedJob => ({
  id: deliveryJobId(job),
  payload: writePayload(job),
  delayMs: job.delayMs ?? 0,
  priority: job.priority ?? 0,
});

/** Its id is another one than that of the first email alone, which may have a job for itself by now. */
function packGroup(jobs: readonly DeliveryJob[]): PackedJob {
  const [first, ...others] = jobs as [DeliveryJob, ...DeliveryJob[]];
  if (others.length === 0) return packOne(first);
  return {
    id: `${deliveryJobId(first)}+${String(others.length)}`,
    payload: writePayload(first, others),
    delayMs: 0,
    priority: first.priority ?? 0,
  };
}

/** The queue of emails. */
export const DELIVERIES: JobKind<DeliveryJobData, DeliveryJob> = {
  queue: 'deliveries',
  name: 'deliver',
  pack: packJobs,
  read: readPayload,
};
