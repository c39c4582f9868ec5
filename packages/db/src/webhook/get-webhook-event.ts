import type { Database } from '../database.ts';

/** What was written for an endpoint, by its id; null when there is none. */
export async function getWebhookEvent(database: Database, endpointId: string, id: string) {
  const [endpoint, event] = await Promise.all([
    database.webhookEndpoint.findUnique({ where: { id: endpointId, deletedAt: null }, select: { status: true } }),
    database.webhookDelivery.findUnique({ where: { id, endpointId } }),
  ]);
  return endpoint === null || event === null ? null : { ...event, endpointStatus: endpoint.status };
}
