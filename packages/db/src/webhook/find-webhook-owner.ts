import type { Database } from '../database.ts';

/** The key that made an endpoint; null where that is not known, or there is no such endpoint. */
export async function findWebhookOwner(database: Database, endpointId: string): Promise<string | null> {
  const endpoint = await database.webhookEndpoint.findUnique({ where: { id: endpointId }, select: { apiKeyId: true } });
  return endpoint?.apiKeyId ?? null;
}
