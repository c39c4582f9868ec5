/** `DELETE /suppressions/:id_or_email`: removes an address from the suppression list. */
import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { SendoffError } from '@sendoff/core';
import { removeSuppressions } from '@sendoff/db';
import { errorResponses } from '../error-responses.ts';
import { readKey, Removed, SuppressionParams, type SuppressionRouteParts } from './suppression-schema.ts';

/** Serves the removal of one. */
export const removeSuppressionRoute: FastifyPluginCallbackTypebox<SuppressionRouteParts> = (
  app,
  { database, noteWebhooks },
  done,
) => {
  app.delete(
    '/suppressions/:id_or_email',
    {
      schema: {
        summary: 'Remove a suppression',
        description:
          'Removes an address from the suppression list, by the id of the suppression or by the address. Email that was ' +
          'already suppressed stays suppressed; send it with `POST /emails/:id/retry`.',
        operationId: 'removeSuppression',
        tags: ['Suppressions'],
        params: SuppressionParams,
        response: { 200: Removed, ...errorResponses('suppression_not_found', 'invalid_parameter') },
      },
    },
    async ({ params }) => {
      const [removed] = await removeSuppressions(database, [readKey(params)], noteWebhooks);
      if (removed === undefined) throw new SendoffError('suppression_not_found');
      return { object: 'suppression' as const, id: removed.id, deleted: true as const };
    },
  );
  done();
};
