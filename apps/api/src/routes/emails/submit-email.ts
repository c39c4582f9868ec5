/** `POST /emails`: an email comes in. */
import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { SendoffError } from '@sendoff/config';
import { newId } from '@sendoff/db';
import Type from 'typebox';
import { buildSubmission } from '../../submission/build-submission.ts';
import { EmailBody } from '../../submission/email-body.ts';
import { keepEmails } from '../../submission/keep-emails.ts';
import { errorResponses } from '../error-responses.ts';
import type { EmailRouteParts } from './email-parts.ts';

const Accepted = Type.Object(
  { id: Type.String({ description: 'The id of the email, to ask for it later.' }) },
  {
    description: 'The email is kept: it will be delivered whatever happens to any process from here on.',
    examples: [{ id: '019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b' }],
  },
);

const EXAMPLE = {
  from: 'Acme <hello@acme.example>',
  to: ['delivered@example.com'],
  subject: 'Hello',
  html: '<p>It works.</p>',
};

/** Serves the submission of emails. */
export const submitEmailRoute: FastifyPluginCallbackTypebox<EmailRouteParts> = (app, parts, done) => {
  app.post(
    '/emails',
    {
      config: { permission: 'sending_access' },
      schema: {
        summary: 'Send an email',
        description:
          'Keeps the email and answers; delivery follows at once. A 200 means that it is committed in the database. ' +
          'On any error nothing is kept. A key with `sending_access` is enough.',
        operationId: 'submitEmail',
        tags: ['Emails'],
        body: { ...EmailBody, examples: [EXAMPLE] } as typeof EmailBody,
        response: {
          200: Accepted,
          ...errorResponses(
            'malformed_body',
            'body_too_large',
            'unsupported_media_type',
            'missing_field',
            'invalid_field',
            'invalid_from_address',
            'invalid_attachment',
            'invalid_parameter',
          ),
        },
      },
    },
    async ({ body, apiKey, headers }) => {
      if (headers['idempotency-key'] !== undefined) {
        throw new SendoffError('invalid_parameter', 'The `Idempotency-Key` header is not served yet. Leave it out.');
      }
      const id = newId();
      const { defaultFrom } = parts;
      await keepEmails(parts, [buildSubmission(body, { id, apiKeyId: apiKey.id, mode: apiKey.mode, defaultFrom })]);
      return { id };
    },
  );
  done();
};
