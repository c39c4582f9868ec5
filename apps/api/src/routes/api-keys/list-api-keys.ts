/** `GET /api-keys`: all keys, without their secrets. */
import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { listApiKeys, readKeyUsage, scopeOf, type KeyUsage } from '@sendoff/db';
import Type from 'typebox';
import { wireTime } from '../emails/wire-time.ts';
import { errorResponses } from '../error-responses.ts';
import { pageParameters, refuseBothSides } from '../page-parameters.ts';
import type { ApiKeyRouteParts } from './api-key-parts.ts';
import { ApiKey, EXAMPLE_API_KEY } from './api-key-schema.ts';
import { presentRestrictions, presentUsage } from './restriction-schema.ts';

const DEFAULT_LIMIT = 20;

const ApiKeyList = Type.Object(
  {
    object: Type.Literal('list'),
    has_more: Type.Boolean({ description: 'Whether more items follow in the direction of paging.' }),
    data: Type.Array(ApiKey, {
      description: 'The keys, newest first. Includes expired keys but not deleted ones.',
    }),
  },
  { description: 'A page of API keys.', examples: [{ object: 'list', has_more: false, data: [EXAMPLE_API_KEY] }] },
);

type StoredKey = Awaited<ReturnType<typeof listApiKeys>>['keys'][number];

/** Serves the list. */
export const listApiKeysRoute: FastifyPluginCallbackTypebox<ApiKeyRouteParts> = (app, { database }, done) => {
  app.get(
    '/api-keys',
    {
      schema: {
        summary: 'List API keys',
        description:
          'Returns API keys, newest first, without the keys themselves. A test key sees only test keys. `last_used_at` is ' +
          'updated every ten seconds, not with each request.',
        operationId: 'listApiKeys',
        tags: ['API keys'],
        querystring: Type.Object(pageParameters('keys', 'API key', DEFAULT_LIMIT), { additionalProperties: false }),
        response: { 200: ApiKeyList, ...errorResponses('invalid_parameter') },
      },
    },
    async ({ query, apiKey }) => {
      refuseBothSides(query);
      const { limit = DEFAULT_LIMIT, after, before } = query;
      const { keys, hasMore } = await listApiKeys(database, {
        limit,
        scope: scopeOf(apiKey),
        olderThan: after,
        newerThan: before,
      });
      const usage = await readKeyUsage(
        database,
        keys.map(({ id }) => id),
      );
      return { object: 'list' as const, has_more: hasMore, data: keys.map((key) => presentApiKey(key, usage.get(key.id))) };
    },
  );
  done();
};

const presentApiKey = (
  { id, name, createdAt, lastUsedAt, permission, mode, weight, ...restrictions }: StoredKey,
  usage: KeyUsage | undefined,
): ApiKey => ({
  id,
  name,
  created_at: wireTime(createdAt),
  last_used_at: lastUsedAt === null ? null : wireTime(lastUsedAt),
  permission,
  mode,
  weight,
  ...presentRestrictions(restrictions),
  used_today: presentUsage(restrictions, usage),
});
