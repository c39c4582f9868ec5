import type { FastifyPluginAsync } from 'fastify';
import type { Database } from '@sendoff/db';
import { createApiKeyRoute } from './create-api-key.ts';
import { deleteApiKeyRoute } from './delete-api-key.ts';
import { listApiKeysRoute } from './list-api-keys.ts';
import { renameApiKeyRoute } from './rename-api-key.ts';

/** Serves everything about API keys. */
export const apiKeyRoutes: FastifyPluginAsync<{ readonly database: Database }> = async (app, parts) => {
  await app.register(createApiKeyRoute, parts);
  await app.register(listApiKeysRoute, parts);
  await app.register(renameApiKeyRoute, parts);
  await app.register(deleteApiKeyRoute, parts);
};
