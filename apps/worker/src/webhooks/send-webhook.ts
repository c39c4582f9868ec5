/** Sends one webhook and records the outcome. */
import { milestones, type Logger } from '@sendoff/runtime';
import type { RecordedWebhook, WebhookWork } from '@sendoff/db';
import type { Fetcher } from '@sendoff/safe-fetch';
import type { WebhookQueue } from '@sendoff/queue';
import { retryUntilDeadline } from '../delivery/retry-until-deadline.ts';
import { decideWebhook, type WebhookPolicy } from './decide-webhook.ts';
import type { LaneReport } from './endpoint-lanes.ts';
import { readRetryAfter } from './read-retry-after.ts';
import { signWebhook } from './sign-webhook.ts';

/** What sending needs. */
export interface WebhookParts {
  readonly fetcher: Pick<Fetcher, 'post'>;
  readonly queue: Pick<WebhookQueue, 'enqueue'>;
  readonly record: (attempt: RecordedWebhook) => Promise<void>;
  readonly policy: WebhookPolicy;
  readonly logger: Logger;
}

/** Timeout of a whole attempt, and how much of the response body is read and stored. */
export const WEBHOOK_LIMITS = { timeoutMs: 15_000, maxBytes: 1024 } as const;

/** A retry further away is not enqueued; the sweep finds it. */
const HORIZON_MS = 60_000;
/** How long to retry recording an outcome while the database is down; after that the webhook is sent again. */
const RECORDING_LIMIT_MS = 60_000;

/** Sends a webhook and records the outcome. Never rejects. */
export async function sendWebhook(parts: WebhookParts, work: WebhookWork): Promise<LaneReport> {
  const { fetcher, policy, logger } = parts;
  const about = { deliveryId: work.id, endpointId: work.endpointId, attempt: work.attempt };
  const began = performance.now();
  milestones.webhookBegun.publish(about);
  try {
    const headers = { 'content-type': 'application/json', ...signWebhook(work, policy.now()) };
    const result = await fetcher.post(work.url, { headers, body: work.payload }, WEBHOOK_LIMITS);
    milestones.webhookEnded.publish(about);

    const decision = decideWebhook({ ...work, n: work.attempt }, result, policy);
    await retryUntilDeadline(() => parts.record(decision), RECORDING_LIMIT_MS, logger);
    const { outcome, httpStatus, status, retryInMs } = decision;
    milestones.webhookRecorded.publish({ ...about, outcome, ms: performance.now() - began });
    logger[outcome === 'delivered' ? 'debug' : 'info'](
      { ...about, type: work.type, outcome, httpStatus, status },
      'webhook attempt ended',
    );

    if (retryInMs !== null && retryInMs <= HORIZON_MS) lookLater(parts, work.endpointId, retryInMs);
    if (result.kind !== 'answered') return { answered: false, pauseMs: 0 };
    const asksForPause = result.status === 429 || result.status === 503;
    return { answered: true, pauseMs: asksForPause ? (readRetryAfter(result.retryAfter, policy.now().getTime()) ?? 0) : 0 };
  } catch (error) {
    // When its lease expires, the sweep has it sent again.
    logger.error({ err: error, ...about }, 'could not process a webhook');
    return { answered: false, pauseMs: 0 };
  }
}

function lookLater({ queue, logger }: Pick<WebhookParts, 'queue' | 'logger'>, endpointId: string, delayMs: number): void {
  queue.enqueue([{ endpointId, delayMs }]).catch((error: unknown) => {
    logger.warn({ err: error, endpointId }, 'could not enqueue the next webhook attempt; the sweep will find it');
  });
}
