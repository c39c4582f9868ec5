/** `GET /suppressions/export`: the whole list as CSV. */
import { Readable } from 'node:stream';
import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import type { Database } from '@sendoff/db';
import Type from 'typebox';
import { readInTurns } from '../../plugins/limit-reads.ts';
import { COLUMNS, exportSuppressions } from '../../suppressions/export-suppressions.ts';
import { errorResponses } from '../error-responses.ts';
import { EXAMPLE_ID } from '../resource-id.ts';
import { Origin } from './suppression-schema.ts';

const EXAMPLE = `${COLUMNS.join()}\nada@example.com,bounce,${EXAMPLE_ID},2026-04-03T22:13:42.674Z\n`;

/** Serves the file. */
export const exportSuppressionsRoute: FastifyPluginCallbackTypebox<{ readonly database: Database }> = (
  app,
  { database },
  done,
) => {
  app.get(
    '/suppressions/export',
    {
      schema: {
        summary: 'Export the suppression list',
        description:
          'Returns the whole suppression list as CSV, oldest first. Not part of the Resend API. An address that a ' +
          'spreadsheet would read as a formula is prefixed with an apostrophe, which the import removes. If an error ' +
          'interrupts the response, the connection ends without completing it, which HTTP clients report as an error.',
        operationId: 'exportSuppressions',
        tags: ['Suppressions'],
        querystring: Type.Object({ origin: Type.Optional(Origin) }, { additionalProperties: false }),
        response: {
          200: {
            description: 'The suppression list.',
            content: {
              'text/csv': { schema: { description: 'A header line and one line for each suppression.' }, example: EXAMPLE },
            },
          },
          ...errorResponses('invalid_parameter'),
        },
      },
    },
    async (request, reply) => {
      void reply.headers({
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="suppressions.csv"',
        'cache-control': 'no-store',
      });
      return reply.send(Readable.from(readInTurns(request, exportSuppressions(database, request.query.origin))));
    },
  );
  done();
};
