import { modeIn } from '../api-key/mode-scope.ts';
import type { Database } from '../database.ts';
import type { WebhookPageRequest } from './list-webhooks.ts';

/** The attempts of a webhook delivery, newest first; null when the scope has no such delivery of this endpoint. */
export async function listWebhookAttempts(
  database: Database,
  { endpointId, deliveryId }: { readonly endpointId: string; readonly deliveryId: string },
  { limit, scope, olderThan, newerThan }: WebhookPageRequest,
) {
  const endpoint = await database.webhookEndpoint.findUnique({
    where: { id: endpointId, deletedAt: null, ...modeIn(scope) },
    select: { id: true },
  });
  const delivery = await database.webhookDelivery.findUnique({ where: { id: deliveryId, endpointId }, select: { id: true } });
  if (endpoint === null || delivery === null) return null;
  const found = await database.webhookAttempt.findMany({
    where: {
      deliveryId,
      id: { ...(olderThan !== undefined && { lt: olderThan }), ...(newerThan !== undefined && { gt: newerThan }) },
    },
    orderBy: { n: newerThan === undefined ? 'desc' : 'asc' },
    take: limit + 1,
  });
  const attempts = found.slice(0, limit);
  if (newerThan !== undefined) attempts.reverse();
  return { attempts, hasMore: found.length > limit };
}
