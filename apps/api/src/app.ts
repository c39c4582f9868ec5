/** Builds the HTTP API from services that are already open. Does not listen, and does not close these services. */
import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import {
  trackKeyUses,
  openEmailCheck,
  openEmailRate,
  openApiKeyCache,
  type EmailRate,
  type EmailRules,
  type ApiKeyCache,
} from '@sendoff/intake';
import type { Rate } from '@sendoff/config';
import type { Logger } from '@sendoff/runtime';
import { findApiKeys, shareEmailCounts, type Database, type NoteWebhooks } from '@sendoff/db';
import type { DeliveryQueue } from '@sendoff/queue';
import { openRequestTimer, type Metrics, type Tracing } from '@sendoff/telemetry';
import { fastify, LogController, type FastifyInstance, type FastifyHttpOptions } from 'fastify';
import { requireApiKey } from './plugins/require-api-key.ts';
import { documentCommonErrors } from './plugins/document-common-errors.ts';
import { answerBrokenHttp, answerError, registerErrorHandler } from './plugins/error-handler.ts';
import {
  CONNECTION_TIMES,
  endConnectionsOnClose,
  endHangingConnections,
  type ConnectionTimes,
} from './plugins/end-connections.ts';
import { readJsonBodies } from './plugins/read-json-bodies.ts';
import { limitAnswers } from './plugins/limit-answers.ts';
import { BODY_LIMITS, limitBodyTime, limitBytesInFlight, type BodyLimits } from './plugins/limit-bytes-in-flight.ts';
import { CONNECTION_LIMITS, limitConnections, type ConnectionLimits } from './plugins/limit-connections.ts';
import { limitPipelining } from './plugins/limit-pipelining.ts';
import { limitReads, READ_LIMITS } from './plugins/limit-reads.ts';
import { measureRequests } from './plugins/measure-requests.ts';
import { refuseOtherMethods } from './plugins/refuse-other-methods.ts';
import { documentRoutes } from './plugins/document-routes.ts';
import {
  limitFailures,
  limitKeys,
  prepareRateLimits,
  STRANGE_COOKIES_PER_ADDRESS,
  WRONG_KEYS_PER_ADDRESS,
  type CountFailure,
} from './plugins/rate-limits.ts';
import { logRequests } from './plugins/log-requests.ts';
import { setSecurityHeaders } from './plugins/set-security-headers.ts';
import { openSessions, type Sessions } from './sessions/open-sessions.ts';
import { traceRequests } from './plugins/trace-requests.ts';
import { validateStrictly } from './plugins/validate-strictly.ts';
import { apiKeyRoutes } from './routes/api-keys/api-key-routes.ts';
import { downloadAttachmentRoute } from './routes/attachments/download-attachment.ts';
import { getAttachmentRoute } from './routes/attachments/get-attachment.ts';
import { listAttachmentsRoute } from './routes/attachments/list-attachments.ts';
import { openDownloadSigner } from './routes/attachments/sign-download.ts';
import { openDashboardPage } from './routes/dashboard/dashboard-page.ts';
import { dashboardRoutes } from './routes/dashboard/dashboard-routes.ts';
import { pageRoutes } from './routes/dashboard/page-routes.ts';
import { sessionRoutes } from './routes/dashboard/session-routes.ts';
import { emailRoutes } from './routes/emails/email-routes.ts';
import { healthRoutes } from './routes/health.ts';
import { metricsRoute } from './routes/metrics.ts';
import { rootRoute } from './routes/root.ts';
import { suppressionRoutes } from './routes/suppressions/suppression-routes.ts';
import { unservedListRoutes } from './routes/unserved-lists.ts';
import { webhookRoutes } from './routes/webhooks/webhook-routes.ts';

/** What the API needs. */
export interface AppParts {
  readonly database: Database;
  readonly queue: Pick<DeliveryQueue, 'enqueue' | 'ping' | 'countJobs' | 'listJobs' | 'engine'>;
  /** Triggers webhook delivery; without it the sweep of a worker finds pending events. */
  readonly noteWebhooks?: NoteWebhooks;
  readonly logger: Logger;
  readonly config: AppConfig;
  /** What `/metrics` serves; without it there is none. */
  readonly metrics?: Metrics;
  /** Where requests are traced; without it they are not. */
  readonly tracing?: Tracing | undefined;
  /** A monotonic clock in milliseconds. */
  readonly now?: () => number;
  /** Milliseconds since 1970. */
  readonly wallClock?: () => number;
}

/** The configuration of the API. */
export interface AppConfig {
  /** The URL under which people reach the API. */
  readonly publicUrl: string;
  /** Signs download links; must be the same on every replica. */
  readonly secretKey: string;
  /** The sender of an email without `from`. */
  readonly defaultFrom?: string | undefined;
  /** Addresses of trusted proxies, whose forwarded headers are used. */
  readonly trustProxy?: readonly string[] | undefined;
  /** The email rate of each API key; unlimited by default. */
  readonly rateLimit?: Rate | null | undefined;
  /** Whether emails can have header fields with instructions for relays; refused by default. */
  readonly relayHeaders?: EmailRules['relayHeaders'];
  /** The rate of wrong API keys from one address. */
  readonly wrongKeyLimit?: Rate;
  /** Memory and speed limits of request bodies. */
  readonly bodyLimits?: Partial<BodyLimits>;
  /** Bytes of large responses held at once. */
  readonly answerBytes?: number;
  /** How many connections are open at once. */
  readonly connectionLimits?: ConnectionLimits;
  /** Timeouts of connections. */
  readonly connectionTimes?: Partial<ConnectionTimes & HeadTimes>;
  /** The directory of the built dashboard; if it is absent or empty, no dashboard is served. */
  readonly dashboardDirectory?: string;
  /** Also documents the internal routes of the dashboard, whose client types are generated from the document. */
  readonly documentDashboard?: boolean;
}

/** The default body limit in bytes. Routes that accept emails or files have their own. */
const BODY_LIMIT = 256 * 1024;
/** Characters of a path parameter; the longest valid one is an email address. */
const MAX_PARAMETER_LENGTH = 320;
/** Milliseconds in which a request must arrive completely. */
const REQUEST_TIMEOUT_MS = 300_000;

const TOO_MANY_COOKIES = 'Too many requests with an invalid session from this address. Sign in again in a minute.';

/** Milliseconds in which a request head must arrive, and between two checks for late ones. */
interface HeadTimes {
  readonly headMs: number;
  readonly lookMs: number;
}
const HEAD_TIMES: HeadTimes = { headMs: 15_000, lookMs: 5000 };

/** Builds the application, ready for `inject` or `listen`. */
export async function buildApp({
  database,
  queue,
  noteWebhooks = () => undefined,
  logger,
  config,
  metrics,
  tracing,
  now = performance.now.bind(performance),
  wallClock = Date.now,
}: AppParts): Promise<FastifyInstance> {
  const app = fastify(serverOptions(logger, config));

  limitConnections(app.server, config.connectionLimits ?? CONNECTION_LIMITS, config.trustProxy);
  limitPipelining(app.server);
  endConnectionsOnClose(app);
  endHangingConnections(app, { ...CONNECTION_TIMES, ...config.connectionTimes });
  setSecurityHeaders(app);
  logRequests(app, logger);
  if (metrics !== undefined) measureRequests(app, openRequestTimer(metrics));
  if (tracing !== undefined) traceRequests(app, tracing);
  registerErrorHandler(app);
  readJsonBodies(app);
  validateStrictly(app);
  const refuseTheRest = refuseOtherMethods(app);
  await documentRoutes(app, config.publicUrl);

  const { publicUrl, secretKey } = config;
  const page = await openDashboardPage(config.dashboardDirectory, publicUrl);
  await app.register(rootRoute, { publicUrl, page });
  if (page !== null) await app.register(pageRoutes, { page });
  await app.register(healthRoutes, { database, queue });
  if (metrics !== undefined) await app.register(metricsRoute, { metrics });
  const signer = openDownloadSigner(secretKey, publicUrl, wallClock);
  await app.register(downloadAttachmentRoute, { database, signer });

  await prepareRateLimits(app);
  const rate = openRate(app, { database, config, logger, now });
  const countWrongKey = limitFailures(app, config.wrongKeyLimit ?? WRONG_KEYS_PER_ADDRESS);
  const countStranger = limitFailures(app, STRANGE_COOKIES_PER_ADDRESS, TOO_MANY_COOKIES);
  const keys = openApiKeyCache((tokens) => findApiKeys(database, tokens), now);
  const sessions = openSessions({ database, publicUrl, countStranger, now, wallClock });
  const onKeyChanged = (apiKeyId: string): void => {
    keys.invalidateKey(apiKeyId);
    sessions.invalidateKey(apiKeyId);
  };
  await app.register(async (own) => {
    if (config.documentDashboard !== true) hideRoutes(own);
    limitBodyTime(own, { ...BODY_LIMITS, ...config.bodyLimits });
    await own.register(sessionRoutes, { database, keys, sessions, countWrongKey, secretKey, wallClock });
  });
  await app.register(async (guarded) => {
    guard(guarded, { database, logger, config, keys, sessions, countWrongKey, rate, wallClock });
    const check = openEmailCheck({ relayHeaders: config.relayHeaders ?? 'refuse' });
    const emailParts = { database, queue, noteWebhooks, logger, defaultFrom: config.defaultFrom, check, rate, wallClock };
    await guarded.register(emailRoutes, { ...emailParts, currentTrace: tracing?.current });
    await guarded.register(listAttachmentsRoute, { database, signer });
    await guarded.register(getAttachmentRoute, { database, signer });
    await guarded.register(apiKeyRoutes, { database, onKeyChanged, wallClock });
    await guarded.register(suppressionRoutes, { database, noteWebhooks });
    await guarded.register(webhookRoutes, { database, noteWebhooks });
    await guarded.register(unservedListRoutes);
    await guarded.register(async (own) => {
      if (config.documentDashboard !== true) hideRoutes(own);
      await own.register(dashboardRoutes, { database, queue, signer, logger, publicUrl, now, wallClock });
    });
  });

  refuseTheRest();
  await app.ready();
  return app;
}

/** Adds the checks of every route with an API key that run before its body is read. */
function guard(
  guarded: FastifyInstance,
  { database, logger, config, keys, sessions, countWrongKey, rate, wallClock }: Guards,
): void {
  documentCommonErrors(guarded);
  const countRequest = limitKeys(guarded, rate);
  const uses = trackKeyUses(database, logger, wallClock);
  guarded.addHook('onClose', () => uses.close());
  const onKey: typeof countRequest = (request, reply) => {
    uses.record(request.apiKey.id);
    countRequest(request, reply);
  };
  requireApiKey(guarded, { keys, countWrongKey, sessions, onKey });
  limitBytesInFlight(guarded, { ...BODY_LIMITS, ...config.bodyLimits });
  limitAnswers(guarded, config.answerBytes);
  limitReads(guarded, READ_LIMITS);
}

interface Guards extends Required<Pick<AppParts, 'database' | 'logger' | 'config' | 'wallClock'>> {
  readonly keys: ApiKeyCache;
  readonly sessions: Sessions;
  readonly countWrongKey: CountFailure;
  readonly rate: EmailRate | undefined;
}

/** The rate limit of keys, closed with the application; undefined if there is none. */
function openRate(
  app: FastifyInstance,
  { database, config: { rateLimit }, logger, now }: Required<Pick<AppParts, 'database' | 'config' | 'logger' | 'now'>>,
): EmailRate | undefined {
  if (rateLimit === undefined || rateLimit === null) return undefined;
  const rate = openEmailRate(rateLimit, { share: (counts) => shareEmailCounts(database, counts), logger, now });
  app.addHook('onClose', (_app, done) => {
    rate.close();
    done();
  });
  return rate;
}

/** Keeps the routes of `app` out of the documentation. */
function hideRoutes(app: FastifyInstance): void {
  app.addHook('onRoute', (route) => {
    route.schema = { ...route.schema, hide: true };
  });
}

function serverOptions(logger: Logger, { trustProxy, connectionTimes }: AppConfig): FastifyHttpOptions<Server> {
  const { headMs, lookMs } = { ...HEAD_TIMES, ...connectionTimes };
  return {
    http: { headersTimeout: headMs, connectionsCheckingInterval: lookMs },
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_TIMEOUT_MS,
    // The first releases of the official Node.js client use `/email`.
    rewriteUrl: ({ method, url = '/' }) => (method === 'POST' && url === '/email' ? '/emails' : url),
    // Requests that arrive while the server closes are still answered.
    return503OnClosing: false,
    routerOptions: { ignoreDuplicateSlashes: true, ignoreTrailingSlash: true, maxParamLength: MAX_PARAMETER_LENGTH },
    frameworkErrors: answerError,
    clientErrorHandler: answerBrokenHttp,
    ...(trustProxy !== undefined && { trustProxy: [...trustProxy] }),
  };
}
