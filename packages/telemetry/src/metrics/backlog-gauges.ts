/** The backlog in the database and the queue at the time of a scrape. */
import { Gauge } from 'prom-client';
import type { Metrics } from './open-metrics.ts';

/** The backlog in the database. */
export interface Backlog {
  /** Emails by status; each count stops at 100000. */
  readonly emails: Readonly<Record<string, number>>;
  /** Seconds that the oldest due email has been due; 0 when none is due. */
  readonly oldestDueSeconds: number;
  /** The same for webhook deliveries; disabled webhooks do not count. */
  readonly oldestDueWebhookSeconds: number;
}

/** The sources of the gauges. */
export interface BacklogReader {
  /** Rejects when the database is unavailable. */
  readonly readBacklog: () => Promise<Backlog>;
  /** Rejects when the database does not accept writes. */
  readonly pingDatabase: () => Promise<void>;
  /** Jobs that are ready to run; rejects when the queue is unavailable. */
  readonly countJobs: () => Promise<number>;
  /** Rejects when the queue does not accept writes. */
  readonly pingQueue: () => Promise<void>;
}

/** How long values are cached, so that frequent scrapes put no load on the database. */
const REMEMBERED_MS = 5000;
/** Prometheus times out after ten seconds by default; a slow service must not cost the other metrics. */
const LIMIT_MS = 3000;

/** Registers the gauges of the backlog. They are read at each scrape, and are the same on every process. */
export function addBacklogGauges({ registry }: Pick<Metrics, 'registry'>, reader: BacklogReader): void {
  const readTable = remember(reader.readBacklog);
  const readQueue = remember(reader.countJobs);
  const isDatabaseUp = remember(() => reader.pingDatabase().then(() => true));
  const isQueueUp = remember(() => reader.pingQueue().then(() => true));
  /** A gauge that is read at each scrape; without a current value it has none, rather than a stale one. */
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

  gauge('sendoff_database_up', 'Whether the database accepts writes: 1 or 0.', upOf(isDatabaseUp));
  gauge('sendoff_queue_up', 'Whether the queue accepts writes: 1 or 0.', upOf(isQueueUp));
  gauge('sendoff_queue_jobs_waiting', 'Queued jobs, of one to eight emails each, that no worker has taken yet.', readQueue);
  gauge(
    'sendoff_oldest_due_email_age_seconds',
    'Seconds that the oldest due email has been waiting for its attempt; 0 when none is due.',
    async () => (await readTable())?.oldestDueSeconds,
  );
  gauge(
    'sendoff_oldest_due_webhook_age_seconds',
    'Seconds that the oldest due webhook has been waiting for its attempt; 0 when none is due.',
    async () => (await readTable())?.oldestDueWebhookSeconds,
  );
  const emails = new Gauge({
    name: 'sendoff_emails',
    help: 'Emails that are not in a final state, by status; each count stops at 100000.',
    labelNames: ['status'],
    registers: [registry],
    collect: async () => {
      const backlog = await readTable();
      emails.reset();
      for (const [status, count] of Object.entries(backlog?.emails ?? {})) emails.set({ status }, count);
    },
  });
}

/** Caches the value of `read` for some seconds; undefined if it failed or took too long. Concurrent callers share one read. */
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
