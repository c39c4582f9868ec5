/** `GET /suppressions/:id_or_email`: one suppression. */
import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { SendoffError } from '@sendoff/core';
import { findSuppression, type Database } from '@sendoff/db';
import { errorResponses } from '../error-responses.ts';
import { presentSuppression, readKey, Suppression, SuppressionParams } from './suppression-schema.ts';

/** Serves one. */
export const getSuppressionRoute: FastifyPluginCallbackTypebox<{ readonly database: Database }> = (app, { database }, done) => {
  app.get(
    '/suppressions/:id_or_email',
    {
      schema: {
        summary: 'Retrieve a suppression',
        description: 'Returns a suppression by its id or by its address. A 404 for an address means that it is not suppressed.',
        operationId: 'getSuppression',
        tags: ['Suppressions'],
        params: SuppressionParams,
        response: { 200: Suppression, ...errorResponses('suppression_not_found', 'invalid_parameter') },
      },
    },
    async ({ params }) => {
      const found = await findSuppression(database, readKey(params));
      if (found === null) throw new SendoffError('suppression_not_found');
      return { object: 'suppression' as const, ...presentSuppression(found) };
    },
  );
  done();
};
