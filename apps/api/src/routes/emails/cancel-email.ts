/** `POST /emails/:id/cancel`: cancels a scheduled email. */
import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { cancelEmail, scopeOf } from '@sendoff/db';
import { errorResponses } from '../error-responses.ts';
import { changed, changedEmail, refuse } from './changed-email.ts';
import { EmailParams, type EmailRouteParts } from './email-parts.ts';

/** Serves the cancelation of emails. */
export const cancelEmailRoute: FastifyPluginCallbackTypebox<EmailRouteParts> = (app, { database }, done) => {
  app.post(
    '/emails/:id/cancel',
    {
      schema: {
        summary: 'Cancel a scheduled email',
        description:
          'Cancels an email whose status is `scheduled`. Returns 422 once a worker has started to send it. A 200 means that ' +
          'no part of the email was sent. Needs no body.',
        operationId: 'cancelEmail',
        tags: ['Emails'],
        params: EmailParams,
        response: {
          200: changedEmail('The email is canceled.'),
          ...errorResponses('email_not_found', 'invalid_parameter', 'wrong_status'),
        },
      },
    },
    async ({ params, apiKey }) => {
      const id = params.id.toLowerCase();
      const result = await cancelEmail(database, id, scopeOf(apiKey));
      if (result.kind !== 'done') throw refuse(result, 'Only a scheduled email can be canceled');
      return changed(id);
    },
  );
  done();
};
