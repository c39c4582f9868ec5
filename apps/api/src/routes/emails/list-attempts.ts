/** `GET /emails/:id/attempts`: the delivery attempts of an email. */
import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { SendoffError } from '@sendoff/core';
import { listAttempts, scopeOf } from '@sendoff/db';
import { errorResponses } from '../error-responses.ts';
import { EmailParams, type EmailRouteParts } from './email-parts.ts';
import { Attempt, wholeList } from './history-schema.ts';
import { presentAttempt } from './present-history.ts';

const EXAMPLE: Attempt = {
  number: 1,
  started_at: '2026-04-03 22:13:42.701000+00',
  finished_at: '2026-04-03 22:13:42.923000+00',
  outcome: 'deferred',
  reason: 'greylisted',
  relay: 'smtp://relay.example.com:587',
  skipped_relays: [
    {
      relay: 'smtp://first.example.com:587',
      attempted: true,
      reason: 'connection_refused',
      message: 'connect ECONNREFUSED 192.0.2.9:587',
    },
  ],
  remote_address: '192.0.2.25',
  provider_message_id: null,
  tls_version: 'TLSv1.3',
  worker: 'worker-1.4711',
  reply: null,
  message: null,
  recipients: [
    {
      address: 'ada@example.com',
      verdict: 'deferred',
      reason: 'greylisted',
      reply: { code: 451, enhanced_code: '4.7.1', text: '4.7.1 Try again in five minutes' },
    },
  ],
};

/** Serves the attempts of an email. */
export const listAttemptsRoute: FastifyPluginCallbackTypebox<EmailRouteParts> = (app, { database }, done) => {
  app.get(
    '/emails/:id/attempts',
    {
      schema: {
        summary: 'List the delivery attempts of an email',
        description:
          'Returns every delivery attempt, oldest first, with the relay, its replies per recipient, and the start and end ' +
          'times. Not paged, since retry schedules have few steps.',
        operationId: 'listAttempts',
        tags: ['Emails'],
        params: EmailParams,
        response: {
          200: wholeList(Attempt, 'The attempts, oldest first.', EXAMPLE),
          ...errorResponses('email_not_found', 'invalid_parameter'),
        },
      },
    },
    async ({ params, apiKey }) => {
      const attempts = await listAttempts(database, params.id, scopeOf(apiKey));
      if (attempts === null) throw new SendoffError('email_not_found');
      return { object: 'list' as const, has_more: false as const, data: attempts.map(presentAttempt) };
    },
  );
  done();
};
