/** `GET /api-keys`: the keys there are, without their secrets. */
import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { listApiKeys, type Database } from '@sendoff/db';
import Type from 'typebox';
import { wireTime } from '../emails/wire-time.ts';
import { errorResponses } from '../error-responses.ts';
import { pageParameters, refuseBothSides } from '../page-parameters.ts';
import { ApiKey, EXAMPLE_API_KEY } from './api-key-schema.ts';

const DEFAULT_LIMIT = 20;

const ApiKeyList = Type.Object(
  {
    object: Type.Literal('list'),
    has_more: Type.Boolean({ description: 'Whether more lie beyond this page, in its direction.' }),
    data: Type.Array(ApiKey, { description: 'The newest first; deleted keys are left out.' }),
  },
  { description: 'A page.', examples: [{ object: 'list', has_more: false, data: [EXAMPLE_API_KEY] }] },
);

type StoredKey = Awaited<ReturnType<typeof listApiKeys>>['keys'][number];

/** Serves the list. */
export const listApiKeysRoute: FastifyPluginCallbackTypebox<{ readonly database: Database }> = (app, { database }, done) => {
  app.get(
    '/api-keys',
    {
      schema: {
        summary: 'List API keys',
        description:
          'The newest first. The keys themselves are not shown. `last_used_at` is noted every ten seconds, not with each request.',
        operationId: 'listApiKeys',
        tags: ['API keys'],
        querystring: Type.Object(pageParameters('keys', 'API key', DEFAULT_LIMIT), { additionalProperties: false }),
        response: { 200: ApiKeyList, ...errorResponses('invalid_parameter') },
      },
    },
    async ({ query }) => {
      refuseBothSides(query);
      const { limit = DEFAULT_LIMIT, after, before } = query;
      const { keys, hasMore } = await listApiKeys(database, { limit, olderThan: after, newerThan: before });
      return { object: 'list' as const, has_more: hasMore, data: keys.map(presentApiKey) };
    },
  );
  done();
};

const presentApiKey = ({ id, name, createdAt, lastUsedAt, permission, mode }: StoredKey): ApiKey => ({
  id,
  name,
  created_at: wireTime(createdAt),
  last_used_at: lastUsedAt === null ? null : wireTime(lastUsedAt),
  permission,
  mode,
});
