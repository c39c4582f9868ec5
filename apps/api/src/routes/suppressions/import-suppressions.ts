/** `POST /suppressions/import`: the addresses of a file. */
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
    added: Type.Integer({ description: 'Addresses that are on the list since.' }),
    existing: Type.Integer({ description: 'Lines whose address was on the list already, or stood in an earlier line.' }),
    invalid: Type.Integer({ description: 'Lines that were left out.' }),
    errors: Type.Array(
      Type.Object({
        line: Type.Integer({ description: 'The number of the line, from 1.' }),
        message: Type.String({ description: 'What is wrong with it.' }),
      }),
      {
        description:
          'The lines that were left out. Beyond 10,000 of them the file is not read any further, and the answer is an error.',
      },
    ),
  },
  {
    description: 'What came of the file.',
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
          'Suppresses the addresses of a CSV file, such as `GET /suppressions/export` makes. A first line that names the column `email`, ' +
          'and perhaps `origin`, says where they are; without one each line begins with the address. Bad lines are left out and ' +
          'told by number; the others are on the list. Sendoff has this, Resend has not.',
        operationId: 'importSuppressions',
        tags: ['Suppressions'],
        body: {
          description: 'The file, of up to 120 MB.',
          content: {
            'text/csv': {
              schema: {
                description: 'The lines.',
                'x-examples': {
                  columns: {
                    summary: 'With the names of columns.',
                    value: 'email,origin\nada@example.com,bounce\nbob@example.com,\n',
                  },
                  addresses: { summary: 'Addresses alone.', value: 'ada@example.com\nbob@example.com\n' },
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

/** Hands CSV on as it comes, up to the limit of a body. Nothing else is taken. */
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
  // What is left of it is read and dropped, so that the answer can be sent.
  counter.once('error', () => payload.resume());
  return payload.pipe(counter);
}
