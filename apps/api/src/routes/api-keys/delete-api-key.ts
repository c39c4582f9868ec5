/** `DELETE /api-keys/:id`: a key is refused from now on. */
import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { SendoffError } from '@sendoff/config';
import { revokeApiKey, type Database } from '@sendoff/db';
import Type from 'typebox';
import { errorResponses } from '../error-responses.ts';
import { EXAMPLE_ID } from '../resource-id.ts';
import { KeyParams } from './api-key-schema.ts';

const Deleted = Type.Object(
  {
    object: Type.Literal('api_key'),
    id: Type.String({ description: 'The id of the key.' }),
    deleted: Type.Literal(true),
  },
  { description: 'The key is deleted.', examples: [{ object: 'api_key', id: EXAMPLE_ID, deleted: true }] },
);

/** What deleting a key takes. */
export interface RevokingParts {
  readonly database: Database;
  /** Is told of each key that was revoked here, before the answer. */
  readonly onRevoked: (apiKeyId: string) => void;
}

/** Serves the deletion of keys. */
export const deleteApiKeyRoute: FastifyPluginCallbackTypebox<RevokingParts> = (app, { database, onRevoked }, done) => {
  app.delete(
    '/api-keys/:id',
    {
      schema: {
        summary: 'Delete an API key',
        description:
          'The API refuses the key from now on; where it runs as several processes, the others do so within a second, as SMTP does. Email that it has sent stays, and what is waiting is still delivered. ' +
          'A key may delete itself. The key of `BOOTSTRAP_API_KEY` comes back with the next start for as long as that is set.',
        operationId: 'deleteApiKey',
        tags: ['API keys'],
        params: KeyParams,
        response: { 200: Deleted, ...errorResponses('api_key_not_found', 'invalid_parameter') },
      },
    },
    async ({ params }) => {
      const id = params.id.toLowerCase();
      if (!(await revokeApiKey(database, id))) throw new SendoffError('api_key_not_found');
      onRevoked(id);
      return { object: 'api_key' as const, id, deleted: true as const };
    },
  );
  done();
};
