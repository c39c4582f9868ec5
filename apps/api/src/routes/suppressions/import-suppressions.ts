/** `POST /suppressions/import`: adds the addresses of a CSV file. */
import { Readable, Transform } from 'node:stream';
import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { SendoffError } from '@sendoff/core';
import Type from 'typebox';
import { importSuppressions } from '../../suppressions/import-suppressions.ts';
import { errorResponses } from '../error-responses.ts';
import { LARGE_BODY_LIMIT } from '../large-body-limit.ts';
import type { SuppressionRouteParts } from './suppression-schema.ts';

const Report = Type.Object(
  {
    object: Type.Literal('suppression_import'),
    added: Type.Integer({ description: 'The number of addresses added.' }),
    existing: Type.Integer({ description: 'The number of lines whose address was already on the list or in an earlier line.' }),
    invalid: Type.Integer({ description: 'The number of lines that were skipped.' }),
    errors: Type.Array(
      Type.Object({
        line: Type.Integer({ description: 'The line number, from 1.' }),
        message: Type.String({ description: 'Why the line was skipped.' }),
      }),
      {
        description:
          'The skipped lines. After more than 10,000 of them the import stops with an error; the valid lines before stay on ' +
          'the list.',
      },
    ),
  },
  {
    description: 'The result of the import.',
    examples: [
      {
        object: 'suppression_import',
        added: 2,
        existing: 1,
        invalid: 1,
        errors: [{ line: 4, message: 'The email must be an email address such as `name@example.com`.' }],
      },
    ],
  },
);

/** Serves the import. */
export const importSuppressionsRoute: FastifyPluginCallbackTypebox<SuppressionRouteParts> = (
  app,
  { database, noteWebhooks },
  done,
) => {
  readCsvBodies(app);
  app.post(
    '/suppressions/import',
    {
      bodyLimit: LARGE_BODY_LIMIT,
      schema: {
        summary: 'Import suppressions',
        description:
          'Adds the addresses of a CSV file to the suppression list, for example a file from `GET /suppressions/export`. If ' +
          'the first line contains a column named `email`, and optionally `origin`, these columns are used; otherwise each ' +
          'line begins with the address. Invalid lines are skipped and reported by line number; all others are added. Not ' +
          'part of the Resend API.',
        operationId: 'importSuppressions',
        tags: ['Suppressions'],
        body: {
          description: 'A CSV file of up to 120 MB.',
          content: {
            'text/csv': {
              schema: {
                description: 'The lines of the file.',
                'x-examples': {
                  columns: {
                    summary: 'With column names.',
                    value: 'email,origin\nada@example.com,bounce\nbob@example.com,\n',
                  },
                  addresses: { summary: 'Addresses only.', value: 'ada@example.com\nbob@example.com\n' },
                },
              },
            },
          },
        },
        response: { 200: Report, ...errorResponses('missing_field', 'invalid_field') },
      },
    },
    async ({ body }) => {
      if (!(body instanceof Readable))
        throw new SendoffError('missing_field', 'The request has no body. Send the file as `text/csv`.');
      const { badLines, ...counts } = await importSuppressions(database, body, noteWebhooks);
      return { object: 'suppression_import' as const, ...counts, errors: [...badLines] };
    },
  );
  done();
};

/** Passes CSV on as a stream, up to the body limit. Other media types are refused. */
function readCsvBodies(app: Parameters<typeof importSuppressionsRoute>[0]): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('text/csv', ({ routeOptions }, payload, done) => {
    done(null, upTo(routeOptions.bodyLimit, payload));
  });
  app.addContentTypeParser('*', (_request, _payload, done) => {
    done(new SendoffError('unsupported_media_type', 'The request body must be CSV, with the header `Content-Type: text/csv`.'));
  });
}

function upTo(octets: number, payload: Readable): Readable {
  let left = octets;
  const counter = new Transform({
    transform: (chunk: Buffer, _encoding, next) => {
      left -= chunk.length;
      if (left < 0) next(new SendoffError('body_too_large'));
      else next(null, chunk);
    },
  });
  payload.once('error', (error) => counter.destroy(error));
  // The rest of the body is read and discarded, so that the response can be sent.
  counter.once('error', () => payload.resume());
  return payload.pipe(counter);
}
