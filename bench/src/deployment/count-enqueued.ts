import { createLogger } from '@sendoff/runtime';
import { openDeliveryQueue } from '@sendoff/queue';
import { openQueue } from '../floors/open-queue.ts';
import type { Deployment } from './deployment.ts';

/**
 * The number of emails in the waiting jobs of Sendoff.
 *
 * @param most stops counting at this number
 */
export async function countEnqueuedEmails(deployment: Deployment, most: number): Promise<number> {
  const queue = openDeliveryQueue({ ...deployment, logger: createLogger({ name: 'bench', level: 'warn' }) });
  try {
    return (await queue.listJobs('waiting', most)).length;
  } finally {
    await queue.close();
  }
}

/** The number of waiting jobs. */
export async function countWaitingJobs(deployment: Deployment): Promise<number> {
  const { queue, close } = openQueue(deployment);
  try {
    return await queue.getWaitingCount();
  } finally {
    await close();
  }
}
