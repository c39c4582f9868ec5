import type { Database } from '../database.ts';

/** The key that created an endpoint; null when it is unknown, or there is no such endpoint. */
export async function findWebhookOwner(database: Database, endpointId: string): Promise<string | null> {
  const endpoint = await database.webhookEndpoint.findUnique({ where: { id: endpointId }, select: { apiKeyId: true } });
  return endpoint?.apiKeyId ?? null;
}
