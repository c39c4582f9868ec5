import { modeIn } from '../api-key/mode-scope.ts';
import type { Database } from '../database.ts';
import type { WebhookPageRequest } from './list-webhooks.ts';

/** The webhook deliveries of an endpoint, newest first, without payloads; null when the scope has no such endpoint. */
export async function listWebhookEvents(
  database: Database,
  endpointId: string,
  { limit, scope, olderThan, newerThan }: WebhookPageRequest,
) {
  const [endpoint, found] = await Promise.all([
    database.webhookEndpoint.findUnique({
      where: { id: endpointId, deletedAt: null, ...modeIn(scope) },
      select: { id: true },
    }),
    database.webhookDelivery.findMany({
      where: {
        endpointId,
        id: { ...(olderThan !== undefined && { lt: olderThan }), ...(newerThan !== undefined && { gt: newerThan }) },
      },
      orderBy: { id: newerThan === undefined ? 'desc' : 'asc' },
      take: limit + 1,
      select: { id: true, type: true, status: true, createdAt: true },
    }),
  ]);
  if (endpoint === null) return null;
  const events = found.slice(0, limit);
  if (newerThan !== undefined) events.reverse();
  return { events, hasMore: found.length > limit };
}
