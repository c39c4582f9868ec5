/** `POST /emails/:id/resolve`: a person ends the doubt about an email. */
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
      description: 'What was found out: it was `sent`; it was not, so `retry`; or it was not and is given up, `failed`.',
      'x-must-be': '`sent`, `retry` or `failed`',
    }),
  },
  { additionalProperties: false, description: 'What became of the email.', examples: [{ outcome: 'sent' }] },
);

/** Serves the resolution of emails in doubt. */
export const resolveEmailRoute: FastifyPluginCallbackTypebox<EmailRouteParts> = (app, parts, done) => {
  app.post(
    '/emails/:id/resolve',
    {
      schema: {
        summary: 'Resolve an email in doubt',
        description:
          'An email is `in_doubt` when its relay may or may not have taken it and `IN_DOUBT_POLICY` is `hold`. Look at the ' +
          'log of the relay, then say what happened. Recipients about which the relay had answered keep that answer.',
        operationId: 'resolveEmail',
        tags: ['Emails'],
        params: EmailParams,
        body: Body,
        response: {
          200: changedEmail('The doubt is ended.'),
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
