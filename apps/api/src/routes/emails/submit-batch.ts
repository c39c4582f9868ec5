/** `POST /emails/batch`: accepts up to 100 emails at once. */
import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { acceptEmails, acceptEmailsIdempotently, LIMITS, readIdempotencyKey } from '@sendoff/intake';
import { SendoffError } from '@sendoff/core';
import { findIdempotentAnswer } from '@sendoff/db';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import {
  BatchEmailBody,
  type BatchProblem,
  buildBatch,
  type BuiltSubmission,
  completeTexts,
  fingerprintBatch,
  type EmailBody,
  normalizeEmailOfBatch,
  type ReadEmailBody,
} from '@sendoff/intake/submission';
import { errorResponses } from '../error-responses.ts';
import { LARGE_BODY_LIMIT } from '../large-body-limit.ts';
import { EXAMPLE_ID } from '../resource-id.ts';
import type { SubmissionRouteParts } from './email-parts.ts';
import { BatchQuery, batchValidationHeader, idempotencyHeader, readBatchValidation } from './submission-headers.ts';

const Body = Type.Array(BatchEmailBody, {
  minItems: 1,
  maxItems: LIMITS.batch,
  description: 'The emails.',
  examples: [
    [
      { from: 'Acme <hello@acme.example>', to: ['ada@example.com'], subject: 'Hello Ada', text: 'It works.' },
      {
        from: 'Acme <hello@acme.example>',
        to: ['bob@example.com'],
        subject: 'Hello Bob',
        text: 'It works.',
        scheduled_at: 'in 1 hour',
      },
    ],
  ],
});

const Accepted = Type.Object(
  {
    data: Type.Array(Type.Object({ id: Type.String({ description: 'The id of an email.' }) }), {
      description: 'The accepted emails, in the order of the request.',
    }),
    errors: Type.Optional(
      Type.Array(
        Type.Object({
          index: Type.Integer({ description: 'The index of the email in the request, from 0.' }),
          message: Type.String({ description: 'Why the email was rejected.' }),
        }),
        { description: 'The rejected emails. Only with `x-batch-validation: permissive`.' },
      ),
    ),
  },
  {
    description: 'The emails in `data` are accepted.',
    examples: [{ data: [{ id: EXAMPLE_ID }], errors: [{ index: 1, message: 'Missing `to` field.' }] }],
  },
);

/** Serves the submission of batches. */
export const submitBatchRoute: FastifyPluginCallbackTypebox<SubmissionRouteParts> = (app, parts, done) => {
  const readBody = emailReader(app);

  app.post(
    '/emails/batch',
    {
      bodyLimit: LARGE_BODY_LIMIT,
      config: { permission: 'sending_access' },
      schema: {
        summary: 'Send a batch of emails',
        description:
          'Accepts up to 100 emails in one transaction and returns an id for each. Attachments are not supported; all other ' +
          'fields work as in `POST /emails`. By default one invalid email rejects the whole batch, and the message names its ' +
          'index, from 0. A key with `sending_access` is sufficient.',
        operationId: 'submitBatch',
        tags: ['Emails'],
        headers: Type.Object({ ...idempotencyHeader, ...batchValidationHeader }),
        querystring: BatchQuery,
        body: Body,
        response: {
          200: Accepted,
          ...errorResponses(
            'invalid_idempotency_key',
            'idempotency_key_reused',
            'idempotency_key_in_flight',
            'missing_field',
            'invalid_field',
            'invalid_from_address',
            'invalid_parameter',
            'sender_not_allowed',
            'relay_header_not_allowed',
            'daily_quota_exceeded',
            'too_many_scheduled',
          ),
        },
      },
      // Each email is validated separately, so that an invalid one does not hide the others.
      validatorCompiler: (route) => (route.httpPart === 'body' ? isBatch : (compilerOf(app)(route) as typeof isBatch)),
    },
    async ({ body, apiKey, countedEmails, headers, query }) => {
      const key = readIdempotencyKey(headers['idempotency-key']);
      const validation = readBatchValidation(headers['x-batch-validation'], query.validation_mode);
      const request =
        key === undefined
          ? undefined
          : { apiKeyId: apiKey.id, key, payload: fingerprintBatch(`POST /emails/batch ${validation}`, body) };
      // A repeated request gets the stored response even if a `scheduled_at` has passed since.
      const answer = request === undefined ? null : await findIdempotentAnswer(parts.database, request);
      if (answer !== null) return answer as Type.Static<typeof Accepted>;

      const context = { apiKeyId: apiKey.id, mode: apiKey.mode, defaultFrom: parts.defaultFrom };
      const check = (submission: BuiltSubmission) => parts.check(apiKey, submission);
      const { submissions: built, problems } = await buildBatch(body, { readBody, check }, context);
      const [first] = problems;
      if (validation === 'strict' && first !== undefined) throw atIndex(first);

      const data = built.map(({ id }) => ({ id }));
      const errors = problems.map(({ index, error }) => ({ index, message: error.message }));
      const response = validation === 'strict' ? { data } : { data, errors };
      // A request that stores nothing does not use up its idempotency key.
      if (built.length === 0) return response;
      const submissions = await completeTexts(built, parts);
      const by = { apiKey, countedEmails };
      if (request === undefined) {
        await acceptEmails(parts, by, submissions);
        return response;
      }
      return acceptEmailsIdempotently(parts, by, submissions, { ...request, response });
    },
  );
  done();
};

/** Checks that the body is an array of the right length. */
function isBatch(value: unknown): { readonly value: unknown } | { readonly error: Error } {
  if (Array.isArray(value) && value.length >= 1 && value.length <= LIMITS.batch) return { value };
  return {
    error: new SendoffError('invalid_field', `The request body must be an array of 1 to ${String(LIMITS.batch)} emails.`),
  };
}

/** Validates one email of a batch, with the same messages as the other routes. */
function emailReader(app: FastifyInstance): ReadEmailBody {
  const validate = compilerOf(app)({ schema: BatchEmailBody, method: 'POST', url: '/emails/batch', httpPart: 'body' });
  return (value) => {
    const result = validate(normalizeEmailOfBatch(value)) as { readonly value: EmailBody } | { readonly error: Error };
    if ('error' in result) throw result.error;
    return result.value;
  };
}

function compilerOf({ validatorCompiler }: FastifyInstance): NonNullable<FastifyInstance['validatorCompiler']> {
  if (validatorCompiler === undefined) throw new TypeError('Routes are added after the validator');
  return validatorCompiler;
}

function atIndex({ index, error }: BatchProblem): SendoffError {
  return new SendoffError(error.code, `The email at index ${String(index)}: ${error.message}`);
}
