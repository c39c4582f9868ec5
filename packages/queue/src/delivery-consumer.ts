import type { Logger } from '@sendoff/config';
import { consumeJobs, type JobConsumer } from './consume-jobs.ts';
import { DELIVERIES, type DeliveryJobData } from './delivery-job.ts';
import type { QueueLocation } from './engine.ts';

/**
 * Starts taking jobs for emails, `concurrency` at once.
 *
 * @param deliver is called with the data of each job. What it throws is logged; the job is gone
 *   either way, and the sweep makes another one if the email still needs it.
 */
export const consumeDeliveries = ({
  deliver,
  ...options
}: QueueLocation & {
  readonly logger: Logger;
  readonly concurrency: number;
  readonly deliver: (job: DeliveryJobData) => Promise<void>;
}): JobConsumer => consumeJobs(DELIVERIES, { ...options, work: deliver });
