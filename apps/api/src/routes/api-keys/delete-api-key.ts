/** `DELETE /api-keys/:id`: revokes a key. */
import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { SendoffError } from '@sendoff/core';
import { revokeApiKey, scopeOf } from '@sendoff/db';
import Type from 'typebox';
import { errorResponses } from '../error-responses.ts';
import { EXAMPLE_ID } from '../resource-id.ts';
import type { ApiKeyRouteParts } from './api-key-parts.ts';
import { KeyParams } from './api-key-schema.ts';
import { refuseRestricted } from './key-rights.ts';

const Deleted = Type.Object(
  {
    object: Type.Literal('api_key'),
    id: Type.String({ description: 'The id of the key.' }),
    deleted: Type.Literal(true),
  },
  { description: 'The key is deleted.', examples: [{ object: 'api_key', id: EXAMPLE_ID, deleted: true }] },
);

/** Serves the deletion of keys. */
export const deleteApiKeyRoute: FastifyPluginCallbackTypebox<ApiKeyRouteParts> = (app, { database, onKeyChanged }, done) => {
  app.delete(
    '/api-keys/:id',
    {
      schema: {
        summary: 'Delete an API key',
        description:
          'Revokes the key immediately; other API processes and SMTP reject it within a second. Email that was accepted with ' +
          'it is kept and still delivered. A key can delete itself; a key with limits can delete no other. The key of ' +
          '`BOOTSTRAP_API_KEY` is restored at the next start while the variable is set.',
        operationId: 'deleteApiKey',
        tags: ['API keys'],
        params: KeyParams,
        response: { 200: Deleted, ...errorResponses('api_key_not_found', 'invalid_parameter', 'beyond_own_rights') },
      },
    },
    async ({ params, apiKey }) => {
      const id = params.id.toLowerCase();
      if (id !== apiKey.id) refuseRestricted(apiKey);
      if (!(await revokeApiKey(database, id, scopeOf(apiKey)))) throw new SendoffError('api_key_not_found');
      onKeyChanged(id);
      return { object: 'api_key' as const, id, deleted: true as const };
    },
  );
  done();
};
