/**
 * The job that has a worker send what is due for an endpoint.
 *
 * It names the endpoint and no event: a worker takes from the table whatever is due for it, so many events need one
 * job, and one that is lost, repeated or late does no harm.
 */
import type { JobKind } from './job-kind.ts';

/** What a job carries. */
export interface WebhookJobData {
  readonly endpointId: string;
}

/** A job to be made. */
export interface WebhookJob extends WebhookJobData {
  /** Milliseconds until there is something to be sent; at once when left out. */
  readonly delayMs?: number;
}

/**
 * Jobs for one endpoint that fall into the same window are one, and it runs at the end of that window: what adds to it knows
 * that it has not begun, and so that it will see what was written before.
 */
const COALESCE_WINDOW_MS = 100;

/** The end of the window in which a moment lies; both in milliseconds since 1970. */
export const endOfWindow = (at: number): number => (Math.floor(at / COALESCE_WINDOW_MS) + 1) * COALESCE_WINDOW_MS;

/** A job, and when it is due; in milliseconds since 1970, and from now. */
interface TimedWebhookJob extends WebhookJob {
  readonly dueAt: number;
}

/** The queue of endpoints. */
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
