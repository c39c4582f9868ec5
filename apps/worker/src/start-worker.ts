/** Wires up and starts the worker. */
import { randomBytes } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import type { WorkerEnvironment } from '@sendoff/config';
import { returnPathKey, createReleasers, type Logger, type Releasers } from '@sendoff/runtime';
import { closeDatabase, followKeyWeights, measureBacklog, openDatabase, pingDatabase } from '@sendoff/db';
import { openReturnPaths, type ReturnPaths } from '@sendoff/feedback/return-path';
import { openFetcher } from '@sendoff/safe-fetch';
import { openRelays } from '@sendoff/mail';
import {
  consumeDeliveries,
  queueConnection,
  openDeliveryQueue,
  openWebhookQueue,
  watchQueue,
  type DeliveryJobData,
} from '@sendoff/queue';
import {
  addBacklogGauges,
  checkReadiness,
  countWebhookAttempts,
  measureAttempts,
  openMetrics,
  serveHealth,
  startTracing,
} from '@sendoff/telemetry';
import { openAsideKeeper } from './delivery/aside-keeper.ts';
import { dispatchScheduled } from './delivery/dispatch-scheduled.ts';
import { dispatchOverdue } from './delivery/dispatch-overdue.ts';
import { openDeliveryStore } from './delivery/delivery-store.ts';
import { openFetchLane } from './delivery/fetch-lane.ts';
import { openLargeLane } from './delivery/large-lane.ts';
import { keepLeases } from './delivery/lease-keeper.ts';
import { openDeliverySlots } from './delivery/delivery-slots.ts';
import { failSetAside, processDelivery, sendSetAside, type DeliveryParts } from './delivery/process-delivery.ts';
import { openPostponer } from './delivery/postpone-blocked.ts';
import { openSendingMemory } from './delivery/sending-memory.ts';
import { startCounting } from './maintenance/count-events.ts';
import { startRetention } from './maintenance/retention.ts';
import { startSweep } from './maintenance/sweep.ts';
import { VERSION } from './version.ts';
import { startWebhooks } from './webhooks/start-webhooks.ts';

/** The worker's intervals, in milliseconds. */
export interface WorkerTiming {
  /** Length of a lease: how long a dead worker's emails are unavailable to other workers. */
  readonly leaseMs: number;
  /** Time between two sweeps. */
  readonly sweepMs: number;
}

const TIMING: WorkerTiming = { leaseMs: 30_000, sweepMs: 5000 };
/** Few suffice, since deliveries share statements; only reading files holds a connection for long. */
const DATABASE_CONNECTIONS = 10;
/** Set-aside time in lease lengths, for emails whose files are fetched or that wait for memory. */
const SET_ASIDE_LEASES = 2;
/** How long before the shutdown timeout deliveries are aborted, unless a relay already has the message. */
const HAND_BACK_MS = 5000;
/** Longest wait for the queue at start. */
const QUEUE_TIMEOUT_MS = 5000;

/**
 * Starts the worker.
 *
 * @returns what to release to stop: new work is refused first, then running work is finished, and connections are closed last.
 * @throws when it cannot start; everything opened so far is released.
 */
export async function startWorker(
  environment: WorkerEnvironment,
  logger: Logger,
  { leaseMs, sweepMs }: WorkerTiming = TIMING,
): Promise<Releasers> {
  const releasers = createReleasers(logger);
  try {
    const tracing = await startTracing({ endpoint: environment.OTEL_EXPORTER_OTLP_ENDPOINT, app: 'worker', version: VERSION });
    releasers.push('tracing', () => tracing?.close());

    const database = openDatabase({ url: environment.DATABASE_URL, maxConnections: DATABASE_CONNECTIONS });
    releasers.push('database', () => closeDatabase(database));

    const weights = followKeyWeights(database, logger);
    releasers.push('weights of keys', () => weights.close());

    const location = { ...queueConnection(environment), logger };
    const queue = openDeliveryQueue({ ...location, noteJobs: tracing?.noteJobs });
    releasers.push('queue', () => queue.close());
    const webhookQueue = openWebhookQueue(location);
    releasers.push('webhook queue', () => webhookQueue.close());

    const relays = openRelays({
      urls: environment.MAIL_URL,
      ...(environment.MAIL_USERNAME !== undefined && { username: environment.MAIL_USERNAME }),
      ...(environment.MAIL_PASSWORD !== undefined && { password: environment.MAIL_PASSWORD }),
      maxConnections: environment.MAIL_MAX_CONNECTIONS,
      deliveriesAtOnce: environment.WORKER_CONCURRENCY,
      logger,
    });
    releasers.push('relays', () => relays.close());

    const fetcher = openFetcher({ allowPrivateAddresses: environment.ALLOW_PRIVATE_ADDRESSES, logger });
    releasers.push('fetcher', () => fetcher.close());

    const worker = `${hostname()}:${String(process.pid)}:${randomBytes(3).toString('hex')}`;
    const leases = keepLeases({ database, worker, leaseMs, logger });
    releasers.push('leases', () => leases.stop());

    const setAsideMs = SET_ASIDE_LEASES * leaseMs;
    const aside = openAsideKeeper({ database, queue, logger, setAsideMs, now: Date.now });
    releasers.push('what is set aside', () => aside.stop());

    const recall = new AbortController();
    // Every running delivery adds a listener; their number is bounded by the concurrency.
    setMaxListeners(0, recall.signal);
    const parts: DeliveryParts = {
      database,
      queue,
      relays,
      recall: recall.signal,
      returnPaths: returnPathsOf(environment),
      memory: openSendingMemory(),
      leases,
      store: openDeliveryStore(database, leases, { worker, leaseMs, setAsideMs }, (endpointIds) =>
        webhookQueue.note(endpointIds),
      ),
      blocked: openPostponer({ database, queue, relays, logger, now: Date.now }),
      logger,
      policy: {
        schedule: environment.RETRY_SCHEDULE,
        inDoubt: environment.IN_DOUBT_POLICY,
        now: () => new Date(),
        random: Math.random,
      },
    };

    const metrics = openMetrics({ app: 'worker', version: VERSION });
    addBacklogGauges(metrics, {
      readBacklog: () => measureBacklog(database),
      pingDatabase: () => pingDatabase(database),
      countJobs: () => queue.countWaiting(),
      pingQueue: () => queue.ping(),
    });
    releasers.push('metrics', measureAttempts(metrics));
    releasers.push('counting of webhooks', countWebhookAttempts(metrics));

    const address = { host: environment.HOST, port: environment.WORKER_PORT };
    const ready = () => checkReadiness({ database: () => pingDatabase(database), queue: () => queue.ping() });
    const health = await serveHealth(address, ready, metrics);
    releasers.push('health endpoints', () => health.close());

    const queueWatch = watchQueue({ queue, logger });
    releasers.push('watch of the queue', () => queueWatch.stop());
    const isQueueUsable = (): boolean => queueWatch.isUsable();
    const sweep = startSweep(parts, sweepMs, isQueueUsable);
    releasers.push('sweep', () => sweep.stop());
    const { CONTENT_RETENTION: contentRetentionMs } = environment;
    const retention = startRetention({ database, contentRetentionMs, now: parts.policy.now, logger });
    releasers.push('retention', () => retention.stop());
    const counting = startCounting({ database, now: parts.policy.now, logger });
    releasers.push('counting', () => counting.stop());
    const webhooks = startWebhooks({
      ...location,
      database,
      fetcher,
      queue: webhookQueue,
      worker,
      concurrency: environment.WEBHOOK_CONCURRENCY,
      policy: parts.policy,
      sweepMs,
      isQueueUsable,
    });
    const lanes = {
      fetching: openFetchLane({
        ...{ database, fetcher, aside, logger },
        fail: (email, end) => failSetAside({ ...parts, aside }, email, end),
      }),
      large: openLargeLane({
        ...{ aside, logger, memory: parts.memory.large },
        send: (email, share) => sendSetAside({ ...parts, aside }, email, share),
      }),
    };
    const deliver = (job: DeliveryJobData): Promise<void> =>
      tracing === undefined
        ? processDelivery(parts, lanes, job)
        : tracing.followJob(job, () => processDelivery(parts, lanes, job));
    // Queued jobs, due emails and overdue emails share the slots and take turns.
    const { WORKER_CONCURRENCY: concurrency } = environment;
    const slots = openDeliverySlots(concurrency);
    const timely = dispatchScheduled({ database, deliver, run: slots.openSource(), logger });
    const fresh = slots.openSource();
    const consumer = consumeDeliveries({ ...location, concurrency, deliver: (job) => fresh(() => deliver(job)) });
    const overdue = dispatchOverdue({
      database,
      deliver,
      run: slots.openSource(),
      concurrency,
      queueState: () => ({ isUsable: isQueueUsable(), silentMs: consumer.silentMs() }),
      onStuck: () => consumer.reopen(),
      now: parts.policy.now,
      logger,
    });
    releasers.push('deliveries under way', async () => {
      // Work that waits for a slot returns to the queue or the table.
      slots.close();
      const timer = setTimeout(() => recall.abort(), Math.max(0, environment.SHUTDOWN_TIMEOUT - HAND_BACK_MS));
      const closeLanes = () => Promise.all([lanes.fetching.close(), lanes.large.close()]);
      await Promise.all([timely.stop(), overdue.stop(), consumer.close(), webhooks.stop(), closeLanes()]);
      // Return what entered the lanes meanwhile.
      await closeLanes();
      clearTimeout(timer);
    });
    const taking = await Promise.race([consumer.ready().then(() => true), sleep(QUEUE_TIMEOUT_MS, false, { ref: false })]);
    if (!taking) logger.warn({ engine: queue.engine }, 'queue unavailable at start; emails are taken from the table');

    logger.info({ worker, engine: queue.engine, concurrency: environment.WORKER_CONCURRENCY }, 'worker started');
    return releasers;
  } catch (error) {
    await releasers.releaseAll();
    throw error;
  }
}

/** Null when bounces go to the sender. The environment is validated, so a domain always comes with a key. */
function returnPathsOf(environment: WorkerEnvironment): ReturnPaths | null {
  const { RETURN_PATH_DOMAIN: domain } = environment;
  const key = returnPathKey(environment);
  return domain === undefined || key === undefined ? null : openReturnPaths({ domain, key });
}
