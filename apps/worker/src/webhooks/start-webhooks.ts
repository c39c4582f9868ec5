/** Delivers webhooks to the subscribed endpoints. */
import { groupCommit, type Logger } from '@sendoff/runtime';
import { findWebhookOwner, recordWebhookAttempts, takeWebhooks, type Database, type RecordedWebhook } from '@sendoff/db';
import type { Fetcher } from '@sendoff/safe-fetch';
import { consumeWebhooks, type QueueLocation, type WebhookQueue } from '@sendoff/queue';
import { repeat } from '../maintenance/repeat.ts';
import type { WebhookPolicy } from './decide-webhook.ts';
import { openEndpointLanes } from './endpoint-lanes.ts';
import { sendWebhook } from './send-webhook.ts';
import { sweepWebhooks } from './sweep-webhooks.ts';
import { FAILING } from './webhook-schedule.ts';

/** What {@link startWebhooks} needs. */
export interface WebhooksOptions extends QueueLocation {
  readonly database: Database;
  readonly fetcher: Pick<Fetcher, 'post'>;
  readonly queue: Pick<WebhookQueue, 'enqueue'>;
  /** Name of this worker in the recorded attempts. */
  readonly worker: string;
  /** Most concurrent requests. */
  readonly concurrency: number;
  readonly policy: WebhookPolicy;
  /** Time between two sweeps, in milliseconds. */
  readonly sweepMs: number;
  /** While this is false, only sweeps find due webhooks, and run more often. */
  readonly isQueueUsable: () => boolean;
  /** Length of a lease in milliseconds. It is not renewed, so it must exceed the longest attempt. */
  readonly leaseMs?: number;
  readonly logger: Logger;
}

/** An attempt takes up to 15 s, and recording its outcome is retried for 60 s. The rest is margin. */
const LEASE_MS = 90_000;
/** Most outcomes in one statement. */
const MAX_RECORDED = 200;
/** Longest time between sweeps while the queue is unavailable. */
const SWEEP_WITHOUT_QUEUE_MS = 1000;
/** One endpoint may use this fraction (1/n) of the concurrent requests. */
const SHARE = 4;

/**
 * Starts delivering webhooks. The first sweep finds those that are already due.
 *
 * @returns a handle whose `stop` starts no more attempts and resolves when running ones have ended.
 */
export function startWebhooks(options: WebhooksOptions): { stop(): Promise<void> } {
  const { database, worker, concurrency, policy, sweepMs, isQueueUsable, leaseMs = LEASE_MS, logger } = options;
  const record = groupCommit(
    async (attempts: readonly RecordedWebhook[]) => {
      const disabled = await recordWebhookAttempts(database, attempts, FAILING);
      for (const endpointId of disabled) logger.warn({ endpointId }, 'webhook endpoint disabled');
      return attempts.map(() => undefined);
    },
    { maxItems: MAX_RECORDED },
  );
  const lanes = openEndpointLanes({
    concurrency,
    perEndpoint: Math.max(1, Math.ceil(concurrency / SHARE)),
    // An endpoint created before owners were recorded gets a share of its own.
    ownerOf: async (endpointId) => (await findWebhookOwner(database, endpointId)) ?? endpointId,
    take: (endpointId, limit) => takeWebhooks(database, endpointId, { limit, worker, leaseMs }),
    send: (work) => sendWebhook({ ...options, record }, work),
    onTakeFailed: (error, endpointId) =>
      logger.warn({ err: error, endpointId }, 'could not claim webhooks; the sweep will retry'),
  });
  const sweepOnce = async (): Promise<number> => {
    await sweepWebhooks({ database, record, look: lanes.look, policy, logger });
    return isQueueUsable() ? sweepMs : Math.min(sweepMs, SWEEP_WITHOUT_QUEUE_MS);
  };
  const sweep = repeat(sweepOnce, {
    intervalMs: sweepMs,
    failure: 'webhook sweep failed',
    logger,
  });
  const consumer = consumeWebhooks({
    ...options,
    look: ({ endpointId }) => {
      lanes.look(endpointId);
      return Promise.resolve();
    },
  });
  return {
    stop: async () => {
      await Promise.all([consumer.close(), sweep.stop()]);
      await lanes.close();
    },
  };
}
