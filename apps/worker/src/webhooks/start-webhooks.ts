/** Sends events to the endpoints that asked for them. */
import { groupCommit, type Logger } from '@sendoff/runtime';
import { findWebhookOwner, recordWebhookAttempts, takeWebhooks, type Database, type RecordedWebhook } from '@sendoff/db';
import type { Fetcher } from '@sendoff/fetch';
import { consumeWebhooks, type QueueLocation, type WebhookQueue } from '@sendoff/queue';
import { repeat } from '../maintenance/repeat.ts';
import type { WebhookPolicy } from './decide-webhook.ts';
import { openEndpointLanes } from './endpoint-lanes.ts';
import { sendWebhook } from './send-webhook.ts';
import { sweepWebhooks } from './sweep-webhooks.ts';
import { FAILING } from './webhook-schedule.ts';

/** What it takes. */
export interface WebhooksOptions extends QueueLocation {
  readonly database: Database;
  readonly fetcher: Pick<Fetcher, 'post'>;
  readonly queue: Pick<WebhookQueue, 'enqueue'>;
  /** Names this worker in the ledger. */
  readonly worker: string;
  /** Requests under way at once. */
  readonly concurrency: number;
  readonly policy: WebhookPolicy;
  /** Time between two sweeps, in milliseconds. */
  readonly sweepMs: number;
  /** Without the queue, sweeps find what is due, and come sooner. */
  readonly isQueueUsable: () => boolean;
  /** Longer than an attempt may take, since it is not renewed; in milliseconds. */
  readonly leaseMs?: number;
  readonly logger: Logger;
}

/** An attempt may take 15 s, and its outcome is kept in hand for 60 s while the database is away. The rest is leeway. */
const LEASE_MS = 90_000;
/** Outcomes in one statement at most. */
const MAX_RECORDED = 200;
/** Time between two sweeps at most while the queue cannot be used. */
const SWEEP_WITHOUT_QUEUE_MS = 1000;
/** Of the requests at once, the part that one endpoint may have. */
const SHARE = 4;

/**
 * Starts it. Whatever is due already is found by the first sweep.
 *
 * @returns what stops it: nothing more is begun, and what is under way ends.
 */
export function startWebhooks(options: WebhooksOptions): { stop(): Promise<void> } {
  const { database, worker, concurrency, policy, sweepMs, isQueueUsable, leaseMs = LEASE_MS, logger } = options;
  const record = groupCommit(
    async (attempts: readonly RecordedWebhook[]) => {
      const disabled = await recordWebhookAttempts(database, attempts, FAILING);
      for (const endpointId of disabled) logger.warn({ endpointId }, 'an endpoint was disabled');
      return attempts.map(() => undefined);
    },
    { maxItems: MAX_RECORDED },
  );
  const lanes = openEndpointLanes({
    concurrency,
    perEndpoint: Math.max(1, Math.ceil(concurrency / SHARE)),
    // One that was made before keys were noted has a share of its own.
    ownerOf: async (endpointId) => (await findWebhookOwner(database, endpointId)) ?? endpointId,
    take: (endpointId, limit) => takeWebhooks(database, endpointId, { limit, worker, leaseMs }),
    send: (work) => sendWebhook({ ...options, record }, work),
    onTakeFailed: (error, endpointId) =>
      logger.warn({ err: error, endpointId }, 'webhooks could not be taken; the sweep will try again'),
  });
  const sweepOnce = async (): Promise<number> => {
    await sweepWebhooks({ database, record, look: lanes.look, policy, logger });
    return isQueueUsable() ? sweepMs : Math.min(sweepMs, SWEEP_WITHOUT_QUEUE_MS);
  };
  const sweep = repeat(sweepOnce, {
    intervalMs: sweepMs,
    failure: 'sweep of webhooks could not be finished',
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
