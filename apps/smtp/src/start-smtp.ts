/** Wires the SMTP process together. */
import { hostname } from 'node:os';
import { trackKeyUses, openAcceptance, openEmailCheck, openEmailRate, openQueuePriority, openApiKeyCache } from '@sendoff/intake';
import type { SmtpEnvironment } from '@sendoff/config';
import { openFairBudget, createReleasers, type Logger, type Releasers } from '@sendoff/runtime';
import {
  closeDatabase,
  findApiKeys,
  followKeyWeights,
  openDatabase,
  pingDatabase,
  shareEmailCounts,
  type NoteWebhooks,
} from '@sendoff/db';
import { queueConnection, openDeliveryQueue, openWebhookQueue } from '@sendoff/queue';
import {
  checkReadiness,
  countAcceptedEmails,
  openMetrics,
  openSubmissionMeter,
  serveHealth,
  startTracing,
} from '@sendoff/telemetry';
import { feedbackSettings } from './feedback/feedback-settings.ts';
import { openFeedbackServer } from './feedback/open-feedback-server.ts';
import { openParsers } from './parsing/open-parsers.ts';
import { openPartsReader } from './parsing/open-parts-reader.ts';
import { openConnectionLimiter } from './session/connection-limiter.ts';
import { countFailures } from './session/count-failures.ts';
import { openSubmission } from './session/open-submission.ts';
import { SUBMISSION_LIMITS } from './session/limits.ts';
import { openMessageBudget } from './session/message-budget.ts';
import { readCertificate, type Certificate, type CertificateFiles } from './tls/read-certificate.ts';
import { watchCertificate } from './tls/watch-certificate.ts';
import { VERSION } from './version.ts';

/** Connections of one SMTP process to PostgreSQL at most; each queue opens two of its own. */
const DATABASE_CONNECTIONS = 10;
/** Wrong API keys per address, the same limit as over HTTP. */
const WRONG_KEYS_PER_ADDRESS = { count: 10, periodMs: 60_000 };
/** How long before the shutdown limit connections with a message in progress are closed too, in milliseconds. */
const HANG_UP_MS = 2000;

/**
 * Opens the services that SMTP needs, and listens.
 *
 * @returns the releasers for a shutdown: first no more messages are accepted and those in progress are answered, then connections
 *   are closed.
 * @throws the error of `listen` when a port is unavailable; everything is closed by then.
 */
export async function startSmtp(environment: SmtpEnvironment, logger: Logger): Promise<Releasers> {
  const releasers = createReleasers(logger);
  try {
    const tracing = await startTracing({ endpoint: environment.OTEL_EXPORTER_OTLP_ENDPOINT, app: 'smtp', version: VERSION });
    releasers.push('tracing', () => tracing?.close());

    const database = openDatabase({ url: environment.DATABASE_URL, maxConnections: DATABASE_CONNECTIONS });
    releasers.push('database', () => closeDatabase(database));

    const location = { ...queueConnection(environment), logger };
    const queue = openDeliveryQueue({ ...location, noteJobs: tracing?.noteJobs });
    releasers.push('queue', () => queue.close());
    const webhookQueue = openWebhookQueue(location);
    releasers.push('webhook queue', () => webhookQueue.close());

    const limits = { total: environment.SMTP_MAX_CONNECTIONS, perAddress: environment.SMTP_MAX_CONNECTIONS_PER_ADDRESS };
    const limiter = openConnectionLimiter(limits);
    const metrics = openMetrics({ app: 'smtp', version: VERSION });
    releasers.push('counting', countAcceptedEmails(metrics));
    const noteRefusal = openSubmissionMeter(metrics, () => limiter.count());

    const address = { host: environment.HOST, port: environment.SMTP_HEALTH_PORT };
    const ready = () => checkReadiness({ database: () => pingDatabase(database), queue: () => queue.ping() });
    const health = await serveHealth(address, ready, metrics);
    releasers.push('health endpoints', () => health.close());

    const keyUses = trackKeyUses(database, logger, Date.now);
    releasers.push('uses of keys', () => keyUses.close());
    const weights = followKeyWeights(database, logger);
    releasers.push('weights of keys', () => weights.close());

    const parsers = openParsers();
    const partsReader = openPartsReader({ database, parsers, logger });
    releasers.push('parsers', async () => {
      await Promise.all([parsers.close(), partsReader.close()]);
    });

    const now = performance.now.bind(performance);
    const share = (counts: ReadonlyMap<string, number>) => shareEmailCounts(database, counts);
    const rate = environment.RATE_LIMIT === null ? undefined : openEmailRate(environment.RATE_LIMIT, { share, logger, now });
    releasers.push('rates of keys', () => rate?.close());
    const certificate = certificateFiles(environment);
    const submission = await openSubmission(
      {
        database,
        // No webhook queue: acceptance publishes an event only for a scheduled email, and SMTP cannot schedule.
        accept: openAcceptance(database, { check: openEmailCheck({ relayHeaders: environment.RELAY_HEADERS }), rate }),
        priorityOf: openQueuePriority(now),
        queue,
        keys: openApiKeyCache((tokens) => findApiKeys(database, tokens), now),
        keyUses,
        rate,
        countFailure: countFailures(WRONG_KEYS_PER_ADDRESS, now),
        limiter,
        // One more than the maximum: a fair budget lets a key alone use all of a small total, up to twice its weight.
        keyConnections: openFairBudget(limits.total + 1, { resource: 'smtp_connections' }),
        budget: openMessageBudget(SUBMISSION_LIMITS.bytesInFlight),
        parsers,
        partsReader,
        hostname: environment.SMTP_HOSTNAME ?? hostname(),
        noteRefusal,
        logger,
      },
      {
        host: environment.HOST,
        submissionPort: environment.SUBMISSION_PORT,
        submissionsPort: environment.SUBMISSIONS_PORT,
        certificate: certificate === null ? null : readCertificate(certificate),
        graceMs: Math.max(0, environment.SHUTDOWN_TIMEOUT - HANG_UP_MS),
      },
    );
    releasers.push('submission', () => submission.close());

    const settings = feedbackSettings(environment);
    const noteWebhooks: NoteWebhooks = (endpointIds) => webhookQueue.note(endpointIds);
    const feedbackParts = { database, logger, parsers, noteWebhooks, noteRefusal };
    const feedback = settings && (await openFeedbackServer({ ...feedbackParts, returnPaths: settings.returnPaths }, settings));
    releasers.push('feedback', () => feedback?.close());

    const useCertificate = (next: Certificate): void => {
      submission.useCertificate(next);
      feedback?.useCertificate(next);
    };
    if (certificate !== null) {
      releasers.push('certificate', watchCertificate(certificate, { use: useCertificate, logger }));
    }

    logger.info({ addresses: submission.addresses, engine: queue.engine }, 'SMTP started');
    return releasers;
  } catch (error) {
    await releasers.releaseAll();
    throw error;
  }
}

function certificateFiles({ SMTP_TLS_CERT: cert, SMTP_TLS_KEY: key }: SmtpEnvironment): CertificateFiles | null {
  return cert === undefined || key === undefined ? null : { cert, key };
}
