import type { Logger } from '@sendoff/runtime';
import { consumeJobs, type JobConsumer } from './consume-jobs.ts';
import type { QueueLocation } from './engine.ts';
import { WEBHOOKS, type WebhookJobData } from './webhook-job.ts';

/** Jobs that are looked at at once. To look is to ask the table; what is sent has limits of its own. */
const CONCURRENCY = 10;

/** Starts taking jobs for endpoints. What `look` throws is logged; the sweep finds the endpoint again. */
export const consumeWebhooks = ({
  look,
  ...options
}: QueueLocation & { readonly logger: Logger; readonly look: (job: WebhookJobData) => Promise<void> }): JobConsumer =>
  consumeJobs(WEBHOOKS, { ...options, concurrency: CONCURRENCY, work: (job) => look(job).then(() => 'done') });
