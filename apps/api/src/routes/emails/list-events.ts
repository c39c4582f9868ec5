/** `GET /emails/:id/events`: the events of an email. */
import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { SendoffError } from '@sendoff/core';
import { listEvents, scopeOf } from '@sendoff/db';
import { errorResponses } from '../error-responses.ts';
import { EmailParams, type EmailRouteParts } from './email-parts.ts';
import { EmailEvent, wholeList } from './history-schema.ts';
import { presentEvent } from './present-history.ts';

const EXAMPLE: EmailEvent = {
  number: 1,
  type: 'queued',
  created_at: '2026-04-03 22:13:42.674000+00',
  attempt: null,
  reason: null,
  reply: null,
  recipient: null,
  cause: null,
};

/** Serves the events of an email. */
export const listEventsRoute: FastifyPluginCallbackTypebox<EmailRouteParts> = (app, { database }, done) => {
  app.get(
    '/emails/:id/events',
    {
      schema: {
        summary: 'List the events of an email',
        description: 'Returns every event of the email, oldest first. The last one is the `last_event` of the email. Not paged.',
        operationId: 'listEvents',
        tags: ['Emails'],
        params: EmailParams,
        response: {
          200: wholeList(EmailEvent, 'The events, oldest first.', EXAMPLE),
          ...errorResponses('email_not_found', 'invalid_parameter'),
        },
      },
    },
    async ({ params, apiKey }) => {
      const events = await listEvents(database, params.id, scopeOf(apiKey));
      if (events === null) throw new SendoffError('email_not_found');
      return { object: 'list' as const, has_more: false as const, data: events.map(presentEvent) };
    },
  );
  done();
};
