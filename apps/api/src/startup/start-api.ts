/** Starts the API. */
import { fileURLToPath } from 'node:url';
import type { ApiEnvironment } from '@sendoff/config';
import { createReleasers, type Logger, type Releasers } from '@sendoff/runtime';
import {
  closeDatabase,
  ensureBootstrapKey,
  followKeyWeights,
  measureBacklog,
  openDatabase,
  pingDatabase,
  type NoteWebhooks,
} from '@sendoff/db';
import { queueConnection, openDeliveryQueue, openWebhookQueue } from '@sendoff/queue';
import { addBacklogGauges, countAcceptedEmails, countRefusals, openMetrics, startTracing } from '@sendoff/telemetry';
import { buildApp } from '../app.ts';
import { VERSION } from '../version.ts';

/** The build output of apps/dashboard; the same path from the sources and from the build of this app. */
const DASHBOARD = fileURLToPath(new URL('../../../dashboard/dist', import.meta.url));

/** Connections to PostgreSQL that one API process opens at most; the queue has two of its own. */
const DATABASE_CONNECTIONS = 10;

/**
 * Opens what the API needs and listens.
 *
 * @returns the releasers that stop the API: they stop accepting requests, finish those in flight, then close the connections.
 * @throws the error of `listen` if the port is unavailable; everything is closed by then.
 */
export async function startApi(environment: ApiEnvironment, logger: Logger): Promise<Releasers> {
  const releasers = createReleasers(logger);
  try {
    const tracing = await startTracing({ endpoint: environment.OTEL_EXPORTER_OTLP_ENDPOINT, app: 'api', version: VERSION });
    releasers.push('tracing', () => tracing?.close());

    const database = openDatabase({ url: environment.DATABASE_URL, maxConnections: DATABASE_CONNECTIONS });
    releasers.push('database', () => closeDatabase(database));

    const location = { ...queueConnection(environment), logger };
    const queue = openDeliveryQueue({ ...location, noteJobs: tracing?.noteJobs });
    releasers.push('queue', () => queue.close());
    const webhookQueue = openWebhookQueue(location);
    releasers.push('webhook queue', () => webhookQueue.close());
    const noteWebhooks: NoteWebhooks = (endpointIds) => webhookQueue.note(endpointIds);

    const metrics = openMetrics({ app: 'api', version: VERSION });
    addBacklogGauges(metrics, {
      readBacklog: () => measureBacklog(database),
      pingDatabase: () => pingDatabase(database),
      countJobs: () => queue.countWaiting(),
      pingQueue: () => queue.ping(),
    });
    releasers.push('counting', countAcceptedEmails(metrics));
    releasers.push('counting of refusals', countRefusals(metrics));

    await ensureBootstrapKey(database, environment.BOOTSTRAP_API_KEY);

    const weights = followKeyWeights(database, logger);
    releasers.push('weights of keys', () => weights.close());

    const app = await buildApp({ database, queue, noteWebhooks, logger, metrics, tracing, config: configOf(environment) });
    releasers.push('HTTP', () => app.close());
    await app.listen({ host: environment.HOST, port: environment.PORT, listenTextResolver: () => 'listening' });
    logger.info({ addresses: app.addresses(), engine: queue.engine }, 'API started');
    return releasers;
  } catch (error) {
    await releasers.releaseAll();
    throw error;
  }
}

const configOf = (environment: ApiEnvironment) => ({
  publicUrl: environment.PUBLIC_URL ?? `http://${bracket(reachable(environment.HOST))}:${String(environment.PORT)}`,
  secretKey: environment.SECRET_KEY,
  defaultFrom: environment.MAIL_DEFAULT_FROM,
  trustProxy: environment.TRUST_PROXY,
  rateLimit: environment.RATE_LIMIT,
  relayHeaders: environment.RELAY_HEADERS,
  connectionLimits: {
    total: environment.HTTP_MAX_CONNECTIONS,
    perAddress: environment.HTTP_MAX_CONNECTIONS_PER_ADDRESS,
  },
  dashboardDirectory: DASHBOARD,
});

/** RFC 3986 section 3.2.2: an IPv6 address in a URL stands in brackets. */
const bracket = (host: string): string => (host.includes(':') ? `[${host}]` : host);

/** A wildcard address can be listened on, but not connected to. */
const reachable = (host: string): string => (host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host);
