/** BullMQ with Sendoff's options and nothing else. */
import { createPostgresBackend, Queue, Worker, type Processor, type QueueBaseOptions } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import type { Deployment } from '../deployment/deployment.ts';

/** Where the queue is stored. */
export type QueuePlace = Pick<Deployment, 'databaseUrl' | 'redisUrl' | 'prefix'>;

/** A timestamp is recorded at the first job and after every this many jobs. */
export const JOBS_PER_MARK = 100;
const NAME = 'deliveries';
const JOB_OPTIONS = { attempts: 1, removeOnComplete: true, removeOnFail: true } as const;

/** The producer, and a function that closes it and its connection. */
export function openQueue(place: QueuePlace): { readonly queue: Queue; readonly close: () => Promise<void> } {
  const { options, backend, disconnect } = connect(place, 2);
  const queue = new Queue(NAME, { ...options, defaultJobOptions: JOB_OPTIONS }, backend);
  const close = async (): Promise<void> => {
    await queue.close();
    // BullMQ does not close connections that it was given.
    await disconnect();
  };
  return { queue, close };
}

/** The consumer. */
export function openConsumer(place: QueuePlace, concurrency: number, process: Processor): Worker {
  const { options, backend } = connect(place, 6);
  const limits = { concurrency, lockDuration: 10_000, stalledInterval: 10_000 };
  return new Worker(
    NAME,
    process,
    { ...options, ...limits, removeOnComplete: { count: 0 }, removeOnFail: { count: 0 } },
    backend,
  );
}

/** The job of an email with the id and payload that Sendoff uses for a single email. */
export const jobOf = (emailId: string) => ({
  name: 'deliver',
  data: { emailId, generation: 0 },
  opts: { jobId: `${emailId}.0` },
});

function connect({ databaseUrl, redisUrl, prefix }: QueuePlace, connections: number) {
  if (redisUrl !== undefined) {
    const client = new Redis(redisUrl, { maxRetriesPerRequest: null });
    const options: QueueBaseOptions & { prefix: string } = { connection: client, prefix };
    return { options, backend: undefined, disconnect: () => disconnect(client) };
  }
  const pool = new pg.Pool({ connectionString: databaseUrl, max: connections, options: '-c search_path=bullmq' });
  const options: QueueBaseOptions = { connection: pool };
  return { options, backend: createPostgresBackend as unknown as undefined, disconnect: () => pool.end() };
}

function disconnect(client: Redis): Promise<void> {
  client.disconnect();
  return Promise.resolve();
}
