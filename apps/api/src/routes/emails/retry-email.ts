/** `POST /emails/:id/retry`: sends a bounced, failed or suppressed email again. */
import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { enqueueDueSoon } from '@sendoff/intake';
import { SendoffError } from '@sendoff/core';
import { retryEmail, scopeOf } from '@sendoff/db';
import { errorResponses } from '../error-responses.ts';
import { changed, changedEmail, refuse } from './changed-email.ts';
import { EmailParams, type EmailRouteParts } from './email-parts.ts';

/** Serves the retry of emails. */
export const retryEmailRoute: FastifyPluginCallbackTypebox<EmailRouteParts> = (app, parts, done) => {
  app.post(
    '/emails/:id/retry',
    {
      schema: {
        summary: 'Retry an email',
        description:
          'Queues a `bounced`, `failed` or `suppressed` email again with a full retry schedule, for the recipients it has ' +
          'not reached and with the same `Message-ID`. Returns 422 once the content of the email has expired. Needs no body.',
        operationId: 'retryEmail',
        tags: ['Emails'],
        params: EmailParams,
        response: {
          200: changedEmail('The email is queued.'),
          ...errorResponses('email_not_found', 'invalid_parameter', 'wrong_status', 'content_expired'),
        },
      },
    },
    async ({ params, apiKey }) => {
      const id = params.id.toLowerCase();
      const result = await retryEmail(parts.database, id, scopeOf(apiKey));
      if (result.kind === 'content_expired') throw new SendoffError('content_expired');
      if (result.kind !== 'done') throw refuse(result, 'Only a bounced, failed or suppressed email can be sent again');
      void enqueueDueSoon(parts, [{ emailId: id, generation: result.generation, dueAt: null }]);
      return changed(id);
    },
  );
  done();
};
