/** What waits, as the table and the queue have it at the moment somebody asks. */
import { Gauge } from 'prom-client';
import type { Metrics } from './open-metrics.ts';

/** What waits in the table. */
export interface Backlog {
  /** Emails by status, each counted to 100000 and no further. */
  readonly emails: Readonly<Record<string, number>>;
  /** Seconds since the oldest email that is due was due; 0 when none is. */
  readonly oldestDueSeconds: number;
  /** The same of what endpoints are to be told; those that are disabled do not count. */
  readonly oldestDueWebhookSeconds: number;
}

/** Where the numbers come from. */
export interface BacklogReader {
  /** Rejects when the database is away. */
  readonly readBacklog: () => Promise<Backlog>;
  /** Rejects when nothing can be written to the database. */
  readonly pingDatabase: () => Promise<void>;
  /** Jobs that wait to be worked on at once; rejects when the queue is away. */
  readonly countJobs: () => Promise<number>;
  /** Rejects when nothing can be written to the queue. */
  readonly pingQueue: () => Promise<void>;
}

/** How long the numbers are used again: asking more often costs the database nothing. */
const REMEMBERED_MS = 5000;
/** Prometheus gives a target ten seconds; the rest of the metrics are not to be lost with these. */
const LIMIT_MS = 3000;

/** Registers the gauges of the backlog. They are read when they are asked for, and are the same on every process. */
export function addBacklogGauges({ registry }: Pick<Metrics, 'registry'>, reader: BacklogReader): void {
  const readTable = remember(reader.readBacklog);
  const readQueue = remember(reader.countJobs);
  const isDatabaseUp = remember(() => reader.pingDatabase().then(() => true));
  const isQueueUp = remember(() => reader.pingQueue().then(() => true));
  /** A gauge that is read whenever somebody asks; it has no value where there is none to be had, rather than an old one. */
  const gauge = (name: string, help: string, read: () => Promise<number | undefined>): void => {
    const registered = new Gauge({
      name,
      help,
      registers: [registry],
      collect: async () => {
        const value = await read();
        if (value === undefined) registered.remove();
        else registered.set(value);
      },
    });
  };
  const upOf = (read: () => Promise<boolean | undefined>) => async () => ((await read()) === true ? 1 : 0);

  gauge('sendoff_database_up', 'Whether the database can be written to: 1 or 0.', upOf(isDatabaseUp));
  gauge('sendoff_queue_up', 'Whether the queue can be written to: 1 or 0.', upOf(isQueueUp));
  gauge('sendoff_queue_jobs_waiting', 'Jobs in the queue, of one to eight emails, that no worker has taken yet.', readQueue);
  gauge(
    'sendoff_oldest_due_email_age_seconds',
    'Since when the oldest email that is due waits for its attempt; 0 when none is due.',
    async () => (await readTable())?.oldestDueSeconds,
  );
  gauge(
    'sendoff_oldest_due_webhook_age_seconds',
    'Since when the oldest webhook that is due waits for its attempt; 0 when none is due.',
    async () => (await readTable())?.oldestDueWebhookSeconds,
  );
  const emails = new Gauge({
    name: 'sendoff_emails',
    help: 'Emails that are not finished, by status; each is counted to 100000 and no further.',
    labelNames: ['status'],
    registers: [registry],
    collect: async () => {
      const backlog = await readTable();
      emails.reset();
      for (const [status, count] of Object.entries(backlog?.emails ?? {})) emails.set({ status }, count);
    },
  });
}

/** The value of `read`, at most some seconds old; undefined when it failed or took too long. Those who ask at the same time share it. */
function remember<Value>(read: () => Promise<Value>): () => Promise<Value | undefined> {
  let last: { readonly at: number; readonly value: Promise<Value | undefined> } | undefined;
  return () => {
    const now = performance.now();
    if (last === undefined || now - last.at > REMEMBERED_MS) last = { at: now, value: withinLimit(read()) };
    return last.value;
  };
}

async function withinLimit<Value>(reading: Promise<Value>): Promise<Value | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), LIMIT_MS);
  });
  try {
    return await Promise.race([reading, limit]);
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}
