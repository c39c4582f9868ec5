/** Puts the HTTP API together from parts that are already open. Never listens, and closes nothing but itself. */
import { randomUUID } from 'node:crypto';
import type { Logger } from '@sendoff/config';
import type { Database } from '@sendoff/db';
import type { DeliveryQueue } from '@sendoff/queue';
import { fastify, LogController, type FastifyInstance, type FastifyServerOptions } from 'fastify';
import { demandApiKey } from './plugins/authentication.ts';
import { answerBrokenHttp, answerError, answerErrorsInOneShape } from './plugins/errors.ts';
import { endConnectionsOnClose } from './plugins/end-connections.ts';
import { readJsonBodies } from './plugins/json-body.ts';
import { refuseOtherMethods } from './plugins/method-not-allowed.ts';
import { documentRoutes } from './plugins/openapi.ts';
import { noteRequests } from './plugins/request-log.ts';
import { validateStrictly } from './plugins/validation.ts';
import { getEmailRoute } from './routes/emails/get-email.ts';
import { listEmailsRoute } from './routes/emails/list-emails.ts';
import { submitEmailRoute } from './routes/emails/submit-email.ts';
import { healthRoutes } from './routes/health.ts';
import { rootRoute } from './routes/root.ts';

/** What the API is made of. */
export interface AppParts {
  readonly database: Database;
  readonly queue: Pick<DeliveryQueue, 'enqueue' | 'ping'>;
  readonly logger: Logger;
  readonly config: AppConfig;
  /** Milliseconds from any fixed point. */
  readonly now?: () => number;
}

/** What an operator decides about the API. */
export interface AppConfig {
  /** Where people reach it. */
  readonly publicUrl: string;
  /** The sender of an email that names none. */
  readonly defaultFrom?: string | undefined;
  /** Addresses of proxies whose forwarded headers are believed. */
  readonly trustProxy?: readonly string[] | undefined;
}

/** Octets; holds 40 MB of attachments also as arrays of integers, the longest form that clients send. */
const BODY_LIMIT = 120 * 1024 * 1024;
/** Milliseconds for a whole request to come in. */
const REQUEST_TIMEOUT_MS = 300_000;

/** Builds the application; ready for `inject` or `listen`. */
export async function buildApp({
  database,
  queue,
  logger,
  config,
  now = performance.now.bind(performance),
}: AppParts): Promise<FastifyInstance> {
  const app = fastify(serverOptions(logger, config));

  endConnectionsOnClose(app);
  noteRequests(app, logger);
  answerErrorsInOneShape(app);
  readJsonBodies(app);
  validateStrictly(app);
  const refuseTheRest = refuseOtherMethods(app);
  await documentRoutes(app, config.publicUrl);

  await app.register(rootRoute, { publicUrl: config.publicUrl });
  await app.register(healthRoutes, { database, queue });
  await app.register(async (guarded) => {
    demandApiKey(guarded, database, now);
    const parts = { database, queue, logger, defaultFrom: config.defaultFrom };
    await guarded.register(submitEmailRoute, parts);
    await guarded.register(getEmailRoute, parts);
    await guarded.register(listEmailsRoute, parts);
  });

  refuseTheRest();
  await app.ready();
  return app;
}

function serverOptions(logger: Logger, { trustProxy }: AppConfig): FastifyServerOptions {
  return {
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_TIMEOUT_MS,
    // What was begun is finished, also where a request comes in while the server closes.
    return503OnClosing: false,
    routerOptions: { ignoreDuplicateSlashes: true, ignoreTrailingSlash: true },
    frameworkErrors: answerError,
    clientErrorHandler: answerBrokenHttp,
    ...(trustProxy !== undefined && { trustProxy: [...trustProxy] }),
  };
}
