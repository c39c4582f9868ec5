/**
 * The job that tells a worker to send the due webhooks of an endpoint.
 *
 * It contains the endpoint and no event, because a worker takes all due webhooks from the table: many events need one job, and
 * a lost, duplicate or late job is harmless.
 */
import type { JobKind } from './job-kind.ts';

/** The content of a job. */
export interface WebhookJobData {
  readonly endpointId: string;
}

/** A job to enqueue. */
export interface WebhookJob extends WebhookJobData {
  /** Milliseconds until a webhook is due; 0 by default. */
  readonly delayMs?: number;
}

/**
 * Jobs of one endpoint within the same window are combined. The job runs at the end of the window, so it has not started when
 * another is added to it, and sees everything written before.
 */
const COALESCE_WINDOW_MS = 100;

/** The end of the window that contains a time; both in milliseconds since 1970. */
export const endOfWindow = (at: number): number => (Math.floor(at / COALESCE_WINDOW_MS) + 1) * COALESCE_WINDOW_MS;

/** A job with its due time in milliseconds since 1970 (`dueAt`) and from now (`delayMs`). */
interface TimedWebhookJob extends WebhookJob {
  readonly dueAt: number;
}

/** The webhook queue. */
export const WEBHOOKS: JobKind<WebhookJobData, TimedWebhookJob> = {
  queue: 'webhooks',
  name: 'dispatch',
  pack: (jobs) =>
    jobs.map(({ endpointId, dueAt, delayMs = 0 }) => ({
      id: `${endpointId}.${String(dueAt)}`,
      payload: { version: 0, endpointId, dueAt },
      delayMs,
      priority: 0,
    })),
  read: (payload) => {
    if (typeof payload !== 'object' || payload === null) return null;
    const { endpointId, dueAt } = payload as Record<string, unknown>;
    return typeof endpointId === 'string' && typeof dueAt === 'number' ? [{ endpointId }] : null;
  },
};
