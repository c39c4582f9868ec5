/** `POST /emails`: accepts an email. */
import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { acceptEmails, acceptEmailsIdempotently, readIdempotencyKey } from '@sendoff/intake';
import { contentsOf, findIdempotentAnswer, hashContents, newId } from '@sendoff/db';
import Type from 'typebox';
import { buildSubmission, completeTexts, fingerprintRequest, EmailBody, normalizeEmailBody } from '@sendoff/intake/submission';
import { errorResponses } from '../error-responses.ts';
import { LARGE_BODY_LIMIT } from '../large-body-limit.ts';
import { EXAMPLE_ID } from '../resource-id.ts';
import type { SubmissionRouteParts } from './email-parts.ts';
import { idempotencyHeader } from './submission-headers.ts';

const Accepted = Type.Object(
  { id: Type.String({ description: 'The id of the email.' }) },
  {
    description: 'The email is accepted and stored. It will be delivered even if any process stops from here on.',
    examples: [{ id: EXAMPLE_ID }],
  },
);

const EXAMPLE = {
  from: 'Acme <hello@acme.example>',
  to: ['delivered@example.com'],
  subject: 'Hello',
  html: '<p>It works.</p>',
  tags: [{ name: 'category', value: 'welcome' }],
};

/** Serves the submission of emails. */
export const submitEmailRoute: FastifyPluginCallbackTypebox<SubmissionRouteParts> = (app, parts, done) => {
  app.post(
    '/emails',
    {
      bodyLimit: LARGE_BODY_LIMIT,
      config: { permission: 'sending_access' },
      preValidation: (request, _reply, next) => {
        request.body = normalizeEmailBody(request.body) as EmailBody;
        next();
      },
      schema: {
        summary: 'Send an email',
        description:
          'Stores the email and sends it immediately, or at `scheduled_at`. A 200 means that the email is committed to the ' +
          'database; after a 4xx nothing is stored. After a 5xx it may have been stored: repeat the request with the same ' +
          '`Idempotency-Key` to avoid sending twice. A key with `sending_access` is sufficient.',
        operationId: 'submitEmail',
        tags: ['Emails'],
        headers: Type.Object(idempotencyHeader),
        body: { ...EmailBody, examples: [EXAMPLE] } as typeof EmailBody,
        response: {
          200: Accepted,
          ...errorResponses(
            'invalid_idempotency_key',
            'idempotency_key_reused',
            'idempotency_key_in_flight',
            'missing_field',
            'invalid_field',
            'invalid_from_address',
            'invalid_attachment',
            'sender_not_allowed',
            'relay_header_not_allowed',
            'daily_quota_exceeded',
            'too_many_scheduled',
          ),
        },
      },
    },
    async (request) => {
      const { apiKey, headers } = request;
      const key = readIdempotencyKey(headers['idempotency-key']);
      const context = { id: newId(), apiKeyId: apiKey.id, mode: apiKey.mode, defaultFrom: parts.defaultFrom };
      if (key === undefined) {
        const submission = buildSubmission(request.body, context);
        // Frees the base64 form of the files, so that only their bytes stay in memory while the database is awaited.
        if (request.body.attachments !== undefined) request.body = { ...request.body, attachments: [] };
        await acceptEmails(parts, request, await completeTexts([submission], parts));
        return { id: submission.id };
      }
      const { body } = request;
      // A repeated request gets the stored response even if its `scheduled_at` has passed since.
      const untimed = buildSubmission(withoutTime(body), context);
      await hashContents(contentsOf(untimed));
      const keyed = { apiKeyId: apiKey.id, key, payload: fingerprintRequest('POST /emails', body, untimed) };
      const answer = await findIdempotentAnswer(parts.database, keyed);
      if (answer !== null) return answer as { id: string };
      const submissions = await completeTexts([buildSubmission(body, context)], parts);
      return acceptEmailsIdempotently(parts, request, submissions, { ...keyed, response: { id: context.id } });
    },
  );
  done();
};

const withoutTime = ({ scheduled_at: _, ...body }: EmailBody): EmailBody => body;
