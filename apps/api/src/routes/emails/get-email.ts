/** `GET /emails/:id`: one email with its status. */
import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { SendoffError } from '@sendoff/core';
import { getEmail, scopeOf } from '@sendoff/db';
import { errorResponses } from '../error-responses.ts';
import { EmailParams, type EmailRouteParts } from './email-parts.ts';
import { Email, EXAMPLE_EMAIL } from './email-schema.ts';
import { presentEmail } from './present-email.ts';

/** Serves one email. */
export const getEmailRoute: FastifyPluginCallbackTypebox<EmailRouteParts> = (app, { database }, done) => {
  app.get(
    '/emails/:id',
    {
      schema: {
        summary: 'Retrieve an email',
        description:
          'Returns the email with its status and, while it is waiting, the reason and the time of the next attempt. A ' +
          'well-formed id that does not exist returns 404; a malformed id returns 422.',
        operationId: 'getEmail',
        tags: ['Emails'],
        params: EmailParams,
        response: {
          200: { ...Email, examples: [EXAMPLE_EMAIL] } as typeof Email,
          ...errorResponses('email_not_found', 'invalid_parameter'),
        },
      },
    },
    async ({ params, apiKey }) => {
      const email = await getEmail(database, params.id, scopeOf(apiKey));
      if (email === null) throw new SendoffError('email_not_found');
      return presentEmail(email);
    },
  );
  done();
};
