import { modeIn, type ModeScope } from '../api-key/mode-scope.ts';
import type { Database } from '../database.ts';

/** What was written for an endpoint of the scope, by its id; null when there is none. */
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
