/** All routes under `/emails` except attachments. */
import { openAcceptance, openQueuePriority } from '@sendoff/intake';
import { SendoffError } from '@sendoff/core';
import { openTextMaker } from '@sendoff/mail/html-text';
import type { FastifyPluginAsync } from 'fastify';
import { cancelEmailRoute } from './cancel-email.ts';
import type { EmailRouteParts } from './email-parts.ts';
import { getEmailRoute } from './get-email.ts';
import { listAttemptsRoute } from './list-attempts.ts';
import { listEmailsRoute } from './list-emails.ts';
import { listEventsRoute } from './list-events.ts';
import { rescheduleEmailRoute } from './reschedule-email.ts';
import { resolveEmailRoute } from './resolve-email.ts';
import { retryEmailRoute } from './retry-email.ts';
import { submitBatchRoute } from './submit-batch.ts';
import { submitEmailRoute } from './submit-email.ts';
import { waitForEmailRoute } from './wait-for-email.ts';

/** Paths of the Resend API that are not supported, or only as an empty list, and would otherwise be read as ids. */
const NOT_SERVED: ReadonlySet<unknown> = new Set(['metrics', 'receiving']);

/** Serves them all. */
export const emailRoutes: FastifyPluginAsync<EmailRouteParts> = async (app, parts) => {
  app.addHook('onRequest', (request, _reply, done) => {
    const { id } = request.params as { readonly id?: unknown };
    done(NOT_SERVED.has(id) ? new SendoffError('route_not_found') : undefined);
  });
  const { database, check, rate, noteWebhooks, currentTrace } = parts;
  const texts = openTextMaker();
  app.addHook('onClose', () => texts.close());
  const submissionParts = {
    ...parts,
    texts,
    accept: openAcceptance(database, { check, rate, noteWebhooks, currentTrace }),
    priorityOf: openQueuePriority(performance.now.bind(performance)),
  };
  await app.register(submitEmailRoute, submissionParts);
  await app.register(submitBatchRoute, submissionParts);
  await app.register(listEmailsRoute, parts);
  await app.register(getEmailRoute, parts);
  await app.register(rescheduleEmailRoute, parts);
  await app.register(cancelEmailRoute, parts);
  await app.register(retryEmailRoute, parts);
  await app.register(resolveEmailRoute, parts);
  await app.register(waitForEmailRoute, parts);
  await app.register(listAttemptsRoute, parts);
  await app.register(listEventsRoute, parts);
};
