/** `PATCH /api-keys/:id`: another name for a key. */
import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { SendoffError } from '@sendoff/config';
import { renameApiKey, type Database } from '@sendoff/db';
import Type from 'typebox';
import { ignoreNulls } from '../../plugins/ignore-nulls.ts';
import { errorResponses } from '../error-responses.ts';
import { EXAMPLE_ID } from '../resource-id.ts';
import { refuseOtherIds, RepeatedId } from '../repeated-id.ts';
import { checkKeyName, KeyName, KeyParams } from './api-key-schema.ts';

const Renamed = Type.Object(
  { object: Type.Literal('api_key'), id: Type.String({ description: 'The id of the key.' }) },
  { description: 'The key has its new name.', examples: [{ object: 'api_key', id: EXAMPLE_ID }] },
);

/** Serves the renaming of keys. */
export const renameApiKeyRoute: FastifyPluginCallbackTypebox<{ readonly database: Database }> = (app, { database }, done) => {
  app.patch(
    '/api-keys/:id',
    {
      preValidation: ignoreNulls,
      schema: {
        summary: 'Rename an API key',
        description: 'Only the name can be changed. For another permission make a new key and delete this one.',
        operationId: 'renameApiKey',
        tags: ['API keys'],
        params: KeyParams,
        body: Type.Object(
          { name: KeyName, id: RepeatedId, api_key_id: RepeatedId },
          { additionalProperties: false, description: 'The new name.', examples: [{ name: 'Shop, from May' }] },
        ),
        response: {
          200: Renamed,
          ...errorResponses('api_key_not_found', 'missing_field', 'invalid_field', 'invalid_parameter'),
        },
      },
    },
    async ({ params, body }) => {
      const id = params.id.toLowerCase();
      const { name } = body;
      refuseOtherIds(id, { id: body.id, api_key_id: body.api_key_id });
      checkKeyName(name);
      if (!(await renameApiKey(database, id, name))) throw new SendoffError('api_key_not_found');
      return { object: 'api_key' as const, id };
    },
  );
  done();
};
