import { modeIn, type ModeScope } from '../api-key/mode-scope.ts';
import type { Database } from '../database.ts';

/** A webhook delivery of an endpoint; null when the scope has none with this id. */
export async function getWebhookEvent(database: Database, endpointId: string, id: string, scope: ModeScope) {
  const [endpoint, event] = await Promise.all([
    database.webhookEndpoint.findUnique({
      where: { id: endpointId, deletedAt: null, ...modeIn(scope) },
      select: { status: true },
    }),
    database.webhookDelivery.findUnique({ where: { id, endpointId } }),
  ]);
  return endpoint === null || event === null ? null : { ...event, endpointStatus: endpoint.status };
}
