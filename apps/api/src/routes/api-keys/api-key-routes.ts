import type { FastifyPluginAsync } from 'fastify';
import { createApiKeyRoute } from './create-api-key.ts';
import { deleteApiKeyRoute, type RevokingParts } from './delete-api-key.ts';
import { listApiKeysRoute } from './list-api-keys.ts';
import { renameApiKeyRoute } from './rename-api-key.ts';

/** Serves everything about API keys. */
export const apiKeyRoutes: FastifyPluginAsync<RevokingParts> = async (app, parts) => {
  await app.register(createApiKeyRoute, parts);
  await app.register(listApiKeysRoute, parts);
  await app.register(renameApiKeyRoute, parts);
  await app.register(deleteApiKeyRoute, parts);
};
