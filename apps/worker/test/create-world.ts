/** What the tests of the worker are made with: a database, a queue, relays, and workers. */
import { loadWorkerEnvironment } from '@sendoff/config';
import { createLogger } from '@sendoff/runtime';
import {
  acceptSubmissions,
  closeDatabase,
  getEmail,
  openDatabase,
  type Database,
  type EmailDetail,
  type EmailStatus,
  type Submission,
} from '@sendoff/db';
import { createMigratedDatabase, sampleSubmission } from '@sendoff/db/testing';
import { startScriptedRelay, type RelayScript, type ScriptedRelay } from '@sendoff/testkit';
import { openDeliveryQueue, type DeliveryQueue } from '@sendoff/queue';
import { createTestQueue } from '@sendoff/queue/testing';
import { startWorker } from '../src/start-worker.ts';

const logger = createLogger({ name: 'test', level: 'silent' });
const releasers: (() => Promise<unknown>)[] = [];

/** Closes what the test has opened, the last first. */
export async function release(): Promise<void> {
  for (const close of releasers.splice(0).reverse()) await close();
}

/** Has something closed after the test. */
export const releaseLater = (close: () => Promise<unknown>): number => releasers.push(close);

/** One test's own everything. */
export interface World {
  readonly database: Database;
  readonly queue: DeliveryQueue;
  /** What the keys of the queue in Redis begin with. */
  readonly prefix: string;
  readonly relay: ScriptedRelay;
  readonly accept: (changes?: Partial<Submission>, enqueue?: boolean) => Promise<string>;
  /** Returns what stops the worker, which happens after the test otherwise. */
  readonly startWorker: (settings?: Record<string, string>) => Promise<() => Promise<unknown>>;
  /** Reads the email once it has this status. */
  readonly becomes: (id: string, status: EmailStatus) => Promise<EmailDetail>;
}

/** Makes a world whose relay follows `script`; the engine of the queue is Redis where there is a URL. */
export async function createWorld(redisUrl: string | undefined, script: RelayScript = {}): Promise<World> {
  const created = await createMigratedDatabase();
  releasers.push(() => created.drop());
  const { url } = created;
  const testQueue = await createTestQueue(url, redisUrl);
  releasers.push(() => testQueue.remove());
  const { location } = testQueue;
  const database = openDatabase({ url, maxConnections: 5 });
  releasers.push(() => closeDatabase(database));
  const queue = openDeliveryQueue({ ...location, logger });
  releasers.push(() => queue.close());
  const relay = await startScriptedRelay(script);
  releasers.push(() => relay.close());

  const becomes: World['becomes'] = async (id, status) => {
    const deadline = Date.now() + 60_000;
    for (;;) {
      const email = await getEmail(database, id, 'all');
      if (email?.status === status) return email;
      if (Date.now() > deadline)
        throw new Error(`email is ${String(email?.status)}, not ${status}: ${JSON.stringify(email?.attempts)}`);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  };
  return {
    database,
    queue,
    prefix: location.prefix,
    relay,
    becomes,
    accept: async (changes = {}, enqueue = true) => {
      const submission = sampleSubmission(changes);
      await acceptSubmissions(database, [submission]);
      if (enqueue) await queue.enqueue([{ emailId: submission.id, generation: 0 }]);
      return submission.id;
    },
    startWorker: async (settings = {}) => {
      const environment = loadWorkerEnvironment({
        DATABASE_URL: url,
        REDIS_URL: redisUrl,
        REDIS_PREFIX: location.prefix,
        MAIL_URL: relay.url,
        WORKER_PORT: '0',
        RETRY_SCHEDULE: '50ms,50ms',
        ...settings,
      });
      const worker = await startWorker(environment, logger, { leaseMs: 600, sweepMs: 200 });
      releasers.push(() => worker.releaseAll());
      return () => worker.releaseAll();
    },
  };
}
