/**
 * The job that tells a worker to process one or a few emails.
 *
 * A job is only a hint without state: the table decides what is done, so a lost, duplicate, late or stale job is harmless.
 */
import type { JobKind, PackedJob } from './job-kind.ts';

/**
 * An email due later than this gets no job: workers find it in the table when it falls due. They read ahead, so they may miss
 * an email that is due sooner.
 */
export const ENQUEUE_HORIZON_MS = 2000;

/**
 * Most emails in one job. A job costs the same for eight emails as for one; with more, little is saved, and one worker could
 * hold more emails than it can send while another is idle.
 */
export const EMAILS_PER_JOB = 8;

/** A job's reference to an email. */
export interface DeliveryJobData {
  readonly emailId: string;
  /** The generation of the email when it was enqueued. A worker skips an email with another generation. */
  readonly generation: number;
  /** The trace of the email, in the format of W3C Trace Context. */
  readonly traceparent?: string | undefined;
}

/**
 * The stored form of a job. API and worker are deployed one after the other, so a worker meets jobs of the previous and of the
 * next release.
 *
 * Fields are only added, and a reader ignores unknown fields. A field may become required one release after it was first
 * written, and be omitted one release after it was last read.
 * 0: `{emailId, generation}`, without a version. 1: `version`, and `traceparent` if there is one.
 * 2: `others` if there are any. A worker of the previous release sends the first email, and its sweep finds the others.
 */
export type DeliveryPayload = DeliveryJobData & { readonly version: number; readonly others?: readonly DeliveryJobData[] };

/** The version that this release writes. */
export const PAYLOAD_VERSION = 2;

/** A job as this release writes it. */
export const writePayload = (first: DeliveryJobData, others: readonly DeliveryJobData[] = []): DeliveryPayload => ({
  version: PAYLOAD_VERSION,
  ...write(first),
  ...(others.length > 0 && { others: others.map(write) }),
});

const write = ({ emailId, generation, traceparent }: DeliveryJobData): DeliveryJobData => ({ emailId, generation, traceparent });

/**
 * Reads a job of this, the previous or a later release.
 *
 * @returns its emails, or null when it is invalid. Nothing is lost then: the sweep enqueues the email again.
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

/** An email to enqueue. */
export interface DeliveryJob extends DeliveryJobData {
  /** Milliseconds until it is due; 0 by default. */
  readonly delayMs?: number;
  /**
   * Whether it may share a job with others that are due at once. Allowed only when this generation of the email cannot have been
   * enqueued before: a job of its own has an id with the email and the generation, so that enqueueing it twice has no effect.
   */
  readonly mayShare?: boolean;
  /** Lower numbers are processed first; 0, the highest priority, by default. At most 2,097,152. */
  readonly priority?: number;
}

/** The id of a job with a single email. */
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

/** Its id differs from that of the first email alone, which may have a job of its own by now. */
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

/** The delivery queue. */
export const DELIVERIES: JobKind<DeliveryJobData, DeliveryJob> = {
  queue: 'deliveries',
  name: 'deliver',
  pack: packJobs,
  read: readPayload,
};
