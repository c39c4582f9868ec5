import type { Logger } from '@sendoff/runtime';
import { consumeJobs, type JobConsumer } from './consume-jobs.ts';
import type { QueueLocation } from './open-engine.ts';
import { WEBHOOKS, type WebhookJobData } from './webhook-job.ts';

/** Most concurrent jobs. A job only wakes the lane of an endpoint, which limits what is sent. */
const CONCURRENCY = 10;

/** Starts taking webhook jobs. Errors of `look` are logged; the sweep finds the endpoint again. */
export const consumeWebhooks = ({
  look,
  ...options
}: QueueLocation & { readonly logger: Logger; readonly look: (job: WebhookJobData) => Promise<void> }): JobConsumer =>
  consumeJobs(WEBHOOKS, { ...options, concurrency: CONCURRENCY, work: (job) => look(job).then(() => 'done') });
