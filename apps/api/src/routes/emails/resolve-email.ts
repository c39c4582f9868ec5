/** `POST /emails/:id/resolve`: settles the outcome of an email in doubt. */
import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { enqueueDueSoon } from '@sendoff/intake';
import { type Resolution, resolveEmail, scopeOf } from '@sendoff/db';
import Type from 'typebox';
import { errorResponses } from '../error-responses.ts';
import { changed, changedEmail, refuse } from './changed-email.ts';
import { EmailParams, type EmailRouteParts } from './email-parts.ts';

const OUTCOMES = ['sent', 'retry', 'failed'] as const satisfies readonly Resolution[];

const Body = Type.Object(
  {
    outcome: Type.Unsafe<Resolution>({
      type: 'string',
      enum: OUTCOMES,
      description:
        '`sent`: the relay accepted it. `retry`: it was not sent and is queued again. `failed`: it was not sent and is ' +
        'given up.',
      'x-must-be': '`sent`, `retry` or `failed`',
    }),
  },
  { additionalProperties: false, description: 'The outcome of the email.', examples: [{ outcome: 'sent' }] },
);

/** Serves the resolution of emails in doubt. */
export const resolveEmailRoute: FastifyPluginCallbackTypebox<EmailRouteParts> = (app, parts, done) => {
  app.post(
    '/emails/:id/resolve',
    {
      schema: {
        summary: 'Resolve an email in doubt',
        description:
          'An email is `in_doubt` when it is unknown whether the relay accepted it and `IN_DOUBT_POLICY` is `hold`. Check ' +
          'the log of the relay, then report the outcome here. Recipients for which the relay had replied keep that result.',
        operationId: 'resolveEmail',
        tags: ['Emails'],
        params: EmailParams,
        body: Body,
        response: {
          200: changedEmail('The email is resolved.'),
          ...errorResponses('email_not_found', 'missing_field', 'invalid_field', 'invalid_parameter', 'wrong_status'),
        },
      },
    },
    async ({ params, body, apiKey }) => {
      const id = params.id.toLowerCase();
      const result = await resolveEmail(parts.database, id, body.outcome, scopeOf(apiKey), parts.noteWebhooks);
      if (result.kind !== 'done') throw refuse(result, 'Only an email in doubt can be resolved');
      if (body.outcome === 'retry') void enqueueDueSoon(parts, [{ emailId: id, generation: result.generation, dueAt: null }]);
      return changed(id);
    },
  );
  done();
};
