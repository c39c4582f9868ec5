/** The queue of endpoints that are to be told something. */
import type { Logger } from '@sendoff/runtime';
import type { QueueLocation } from './engine.ts';
import { openJobQueue, type JobQueue } from './open-job-queue.ts';
import { endOfWindow, WEBHOOKS, type WebhookJob } from './webhook-job.ts';

/** Puts jobs for endpoints into the queue. */
export interface WebhookQueue extends JobQueue<WebhookJob> {
  /** There is something for these endpoints. Not to be waited for: what becomes of it is logged, and the sweep finds the rest. */
  note(endpointIds: readonly string[]): void;
}

/** Opens the producing end of the queue. Nothing is connected before it is used. */
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
        rest.logger.warn({ err: error }, 'webhooks are written but not enqueued; the sweep will find them');
      });
    },
  };
}
