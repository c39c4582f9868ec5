import type { Logger } from '@sendoff/runtime';
import { consumeJobs, type JobConsumer } from './consume-jobs.ts';
import { DELIVERIES, type DeliveryJobData } from './delivery-job.ts';
import type { QueueLocation } from './open-engine.ts';
import type { WorkDone } from './open-taker.ts';

/**
 * Starts taking delivery jobs, at most `concurrency` concurrently.
 *
 * @param deliver called for each email of a job. Errors are logged and the job is removed; the sweep enqueues the email again
 *   if needed. An email that was not begun is delivered again.
 */
export const consumeDeliveries = ({
  deliver,
  ...options
}: QueueLocation & {
  readonly logger: Logger;
  readonly concurrency: number;
  readonly deliver: (job: DeliveryJobData) => Promise<WorkDone>;
}): JobConsumer => consumeJobs(DELIVERIES, { ...options, work: deliver });
