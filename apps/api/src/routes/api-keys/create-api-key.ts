/** `POST /api-keys`: creates a key and returns it, this once. */
import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { createApiKey } from '@sendoff/db';
import Type from 'typebox';
import { ignoreNulls } from '../../plugins/ignore-nulls.ts';
import { errorResponses } from '../error-responses.ts';
import { EXAMPLE_ID } from '../resource-id.ts';
import type { ApiKeyRouteParts } from './api-key-parts.ts';
import { checkKeyName, KeyMode, KeyName, KeyPermission, KeyWeight } from './api-key-schema.ts';
import { refuseOtherMode, refuseRestricted, refuseTestWeight } from './key-rights.ts';
import { readRestrictions, restrictionFields } from './restriction-schema.ts';

const Body = Type.Object(
  {
    name: KeyName,
    permission: Type.Optional(KeyPermission),
    mode: Type.Optional(KeyMode),
    weight: Type.Optional(KeyWeight),
    ...restrictionFields,
  },
  {
    additionalProperties: false,
    description: 'The key to create. Defaults: full access, the mode of the key that makes the request, and no limits.',
    examples: [
      { name: 'Shop', permission: 'sending_access' },
      { name: 'Tests', permission: 'full_access', mode: 'test' },
      { name: 'Password resets', permission: 'sending_access', weight: 3 },
      {
        name: 'Newsletter',
        permission: 'sending_access',
        expires_at: '2127-04-03T22:13:42Z',
        allowed_networks: ['192.0.2.0/24', '2001:db8::7'],
        allowed_senders: ['news@acme.example'],
        quotas: { daily_emails: 10_000 },
      },
    ],
  },
);

const Created = Type.Object(
  {
    id: Type.String({ description: 'The id of the key, used to update or delete it.' }),
    token: Type.String({ description: 'The key itself. It is not stored and not shown again.' }),
  },
  {
    description: 'The key is created.',
    examples: [{ id: EXAMPLE_ID, token: 're_so_live_the-43-characters-that-only-its-owner-has' }],
  },
);

/** Serves the creation of keys. */
export const createApiKeyRoute: FastifyPluginCallbackTypebox<ApiKeyRouteParts> = (app, { database, wallClock }, done) => {
  app.post(
    '/api-keys',
    {
      preValidation: ignoreNulls,
      schema: {
        summary: 'Create an API key',
        description:
          'Creates an API key, which works immediately. The key is returned only in this response: Sendoff stores only its ' +
          'SHA-256 hash. Requires a key with `full_access` and without limits, since a key cannot create a key with more ' +
          'rights than its own. A test key can set no weight other than 1.',
        operationId: 'createApiKey',
        tags: ['API keys'],
        body: Body,
        response: { 201: Created, ...errorResponses('missing_field', 'invalid_field', 'beyond_own_rights') },
      },
    },
    async ({ body: { name, permission = 'full_access', mode, weight, ...settings }, apiKey }, reply) => {
      checkKeyName(name);
      const restrictions = readRestrictions(settings, new Date(wallClock()));
      refuseRestricted(apiKey);
      refuseOtherMode(apiKey, mode ?? apiKey.mode);
      refuseTestWeight(apiKey, weight);
      void reply.code(201).header('cache-control', 'no-store');
      return createApiKey(database, { name, permission, mode: mode ?? apiKey.mode, weight, restrictions });
    },
  );
  done();
};
