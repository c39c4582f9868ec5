import type { Logger } from '@sendoff/runtime';
import { consumeJobs, type JobConsumer } from './consume-jobs.ts';
import { DELIVERIES, type DeliveryJobData } from './delivery-job.ts';
import type { QueueLocation } from './engine.ts';
import type { WorkDone } from './open-taker.ts';

/**
 * Starts taking jobs for emails, `concurrency` at once.
 *
 * @param deliver is called for each email of a job. What it throws is logged; the job is gone either way, and the
 *   sweep makes another one if the email still needs it. An email that was not begun is brought again.
 */
export const consumeDeliveries = ({
  deliver,
  ...options
}: QueueLocation & {
  readonly logger: Logger;
  readonly concurrency: number;
  readonly deliver: (job: DeliveryJobData) => Promise<WorkDone>;
}): JobConsumer => consumeJobs(DELIVERIES, { ...options, work: deliver });
