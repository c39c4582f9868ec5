/** The producing side of the webhook queue. */
import type { Logger } from '@sendoff/runtime';
import type { QueueLocation } from './open-engine.ts';
import { openJobQueue, type JobQueue } from './open-job-queue.ts';
import { endOfWindow, WEBHOOKS, type WebhookJob } from './webhook-job.ts';

/** Enqueues endpoints. */
export interface WebhookQueue extends JobQueue<WebhookJob> {
  /** Enqueues endpoints with new webhooks, without waiting. A failure is logged, and the sweep finds the webhooks. */
  note(endpointIds: readonly string[]): void;
}

/** Opens the producing side of the queue. It connects when it is first used. */
export function openWebhookQueue(
  options: QueueLocation & {
    readonly logger: Logger;
    /** Milliseconds since 1970. */
    readonly now?: () => number;
  },
): WebhookQueue {
  const { now = Date.now, ...rest } = options;
  const queue = openJobQueue(WEBHOOKS, rest);
  const enqueue = (jobs: readonly WebhookJob[]): Promise<void> => {
    const moment = now();
    const due = new Map(
      jobs.map(({ endpointId, delayMs = 0 }) => {
        const dueAt = endOfWindow(moment + delayMs);
        return [`${endpointId}.${String(dueAt)}`, { endpointId, dueAt, delayMs: dueAt - moment }];
      }),
    );
    return queue.enqueue([...due.values()]);
  };
  return {
    ...queue,
    enqueue,
    note: (endpointIds) => {
      enqueue(endpointIds.map((endpointId) => ({ endpointId }))).catch((error: unknown) => {
        rest.logger.warn({ err: error }, 'could not enqueue webhooks; the sweep will find them');
      });
    },
  };
}
