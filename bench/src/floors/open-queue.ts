/** BullMQ with the options that Sendoff gives it, and nothing around it. */
import { createPostgresBackend, Queue, Worker, type Processor, type QueueBaseOptions } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import type { Deployment } from '../deployment/deployment.ts';

/** Where it is kept. */
export type QueuePlace = Pick<Deployment, 'databaseUrl' | 'redisUrl' | 'prefix'>;

/** A mark is set at the first job that is taken and at every so many after it. */
export const JOBS_PER_MARK = 100;
const NAME = 'deliveries';
const JOB_OPTIONS = { attempts: 1, removeOnComplete: true, removeOnFail: true } as const;

/** The end that makes jobs, and what closes it with its connection. */
export function openQueue(place: QueuePlace): { readonly queue: Queue; readonly close: () => Promise<void> } {
  const { options, backend, disconnect } = connect(place, 2);
  const queue = new Queue(NAME, { ...options, defaultJobOptions: JOB_OPTIONS }, backend);
  const close = async (): Promise<void> => {
    await queue.close();
    // BullMQ leaves alone what it has been given.
    await disconnect();
  };
  return { queue, close };
}

/** The end that takes them. */
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

/** The job of an email, with the id and the payload that Sendoff gives one that comes alone. */
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
