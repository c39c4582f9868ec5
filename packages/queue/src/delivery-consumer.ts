/** The end of the queue at which jobs are taken out. */
import type { Logger } from '@sendoff/config';
import { Worker } from 'bullmq';
import { DELIVERY_QUEUE, readPayload, type DeliveryJobData } from './delivery-job.ts';
import { openEngine, type QueueLocation } from './engine.ts';
import { reportErrors } from './report-errors.ts';

/** Takes jobs and hands them to a function. */
export interface DeliveryConsumer {
  /** Resolves when the engine can be reached and jobs are being taken. */
  ready(): Promise<void>;
  /** Takes no more jobs, waits for those under way, and disconnects. */
  close(): Promise<void>;
}

/** How long a worker that is gone keeps its jobs from the others. They look at the table and skip what it has begun. */
const LOCK_MS = 10_000;

/**
 * Starts taking jobs, `concurrency` at once.
 *
 * @param deliver is called with the data of each job. What it throws is logged; the job is gone
 *   either way, and the sweep makes another one if the email still needs it.
 */
export function consumeDeliveries(
  options: QueueLocation & {
    readonly logger: Logger;
    readonly concurrency: number;
    readonly deliver: (job: DeliveryJobData) => Promise<void>;
  },
): DeliveryConsumer {
  const { logger, concurrency, deliver } = options;
  const engine = openEngine(options, 'consumer');
  const worker = new Worker<unknown>(
    DELIVERY_QUEUE,
    async ({ data, id }) => {
      const job = readPayload(data);
      if (job === null) logger.error({ job: id }, 'a delivery job says nothing that this release understands');
      else await deliver(job);
    },
    {
      ...engine.options,
      concurrency,
      lockDuration: LOCK_MS,
      stalledInterval: LOCK_MS,
      runRetryDelay: 1000,
      removeOnComplete: { count: 0 },
      removeOnFail: { count: 0 },
    },
    engine.backend,
  );
  worker.on('error', reportErrors(engine.name, logger));
  worker.on('failed', (job, error) =>
    logger.error({ err: error, emailId: readPayload(job?.data)?.emailId }, 'delivery job failed'),
  );

  return {
    ready: async () => {
      await worker.waitUntilReady();
    },
    close: async () => {
      await worker.close();
      await engine.close();
    },
  };
}
