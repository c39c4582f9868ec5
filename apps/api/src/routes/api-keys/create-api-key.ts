/** `POST /api-keys`: a key is made, and shown this once. */
import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { createApiKey, type Database } from '@sendoff/db';
import Type from 'typebox';
import { ignoreNulls } from '../../plugins/ignore-nulls.ts';
import { errorResponses } from '../error-responses.ts';
import { EXAMPLE_ID } from '../resource-id.ts';
import { checkKeyName, KeyMode, KeyName, KeyPermission } from './api-key-schema.ts';

const Body = Type.Object(
  { name: KeyName, permission: Type.Optional(KeyPermission), mode: Type.Optional(KeyMode) },
  {
    additionalProperties: false,
    description: 'The key to be made; with full access and for live mail unless it says otherwise.',
    examples: [
      { name: 'Shop', permission: 'sending_access' },
      { name: 'Tests', permission: 'full_access', mode: 'test' },
    ],
  },
);

const Created = Type.Object(
  {
    id: Type.String({ description: 'The id of the key, to rename or delete it by.' }),
    token: Type.String({ description: 'The key itself. It is kept nowhere: this is the only time it can be read.' }),
  },
  {
    description: 'The key was made.',
    examples: [{ id: EXAMPLE_ID, token: 're_so_live_the-43-characters-that-only-its-owner-has' }],
  },
);

/** Serves the making of keys. */
export const createApiKeyRoute: FastifyPluginCallbackTypebox<{ readonly database: Database }> = (app, { database }, done) => {
  app.post(
    '/api-keys',
    {
      preValidation: ignoreNulls,
      schema: {
        summary: 'Make an API key',
        description:
          'The answer is the only time the key is shown: only its SHA-256 is kept. It works at once. Needs a key with `full_access`.',
        operationId: 'createApiKey',
        tags: ['API keys'],
        body: Body,
        response: { 201: Created, ...errorResponses('missing_field', 'invalid_field') },
      },
    },
    async ({ body: { name, permission = 'full_access', mode = 'live' } }, reply) => {
      checkKeyName(name);
      void reply.code(201).header('cache-control', 'no-store');
      return createApiKey(database, { name, permission, mode });
    },
  );
  done();
};
