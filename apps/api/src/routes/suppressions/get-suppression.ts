/** `GET /suppressions/:id_or_email`: why no email is sent to an address. */
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
        summary: 'Get a suppression',
        description: 'By its id or by the address; 404 means that email is sent to it.',
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
