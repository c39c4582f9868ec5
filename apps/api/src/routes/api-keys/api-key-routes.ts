import type { FastifyPluginAsync } from 'fastify';
import { createApiKeyRoute } from './create-api-key.ts';
import type { ApiKeyRouteParts } from './api-key-parts.ts';
import { deleteApiKeyRoute } from './delete-api-key.ts';
import { listApiKeysRoute } from './list-api-keys.ts';
import { updateApiKeyRoute } from './update-api-key.ts';

/** Serves everything about API keys. */
export const apiKeyRoutes: FastifyPluginAsync<ApiKeyRouteParts> = async (app, parts) => {
  await app.register(createApiKeyRoute, parts);
  await app.register(listApiKeysRoute, parts);
  await app.register(updateApiKeyRoute, parts);
  await app.register(deleteApiKeyRoute, parts);
};
