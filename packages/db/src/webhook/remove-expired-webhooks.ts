/** Removes webhook deliveries whose retention period has passed. */
import type { Database } from '../database.ts';
import { firstIdAt } from '../new-id.ts';

/**
 * Removes at most `limit` deliveries created before `before` that are finished or whose endpoint was deleted. Pending
 * deliveries of a disabled endpoint are kept regardless of age: they are sent once it is enabled again, and a disabled endpoint
 * gets no new ones. Small batches hold locks briefly; repeat until it returns less than `limit`.
 *
 * @returns how many were removed.
 */
export async function removeExpiredWebhooks(database: Database, before: Date, limit: number): Promise<number> {
  return database.$executeRaw`
    DELETE FROM "WebhookDelivery" WHERE id IN (
      SELECT delivery.id FROM "WebhookDelivery" AS delivery
      WHERE delivery.id < ${firstIdAt(before)}::uuid AND (
        delivery.status IN ('delivered', 'failed') OR delivery.status = 'pending' AND NOT EXISTS (
          SELECT FROM "WebhookEndpoint" AS endpoint WHERE endpoint.id = delivery."endpointId" AND endpoint."deletedAt" IS NULL
        )
      )
      ORDER BY delivery.id LIMIT ${limit} FOR UPDATE SKIP LOCKED
    )`;
}

/**
 * Removes at most `limit` deliveries of deleted endpoints, and deleted endpoints without deliveries. A concurrent transaction
 * may still add a delivery after the deletion, so an endpoint is kept for an hour.
 *
 * @returns how many deliveries were removed.
 */
export async function removeDeletedWebhooks(database: Database, limit: number): Promise<number> {
  const deleted = await database.webhookEndpoint.findMany({ where: { deletedAt: { not: null } }, select: { id: true } });
  let removed = 0;
  for (const { id } of deleted) {
    removed += await database.$executeRaw`
      DELETE FROM "WebhookDelivery" WHERE id IN (
        SELECT id FROM "WebhookDelivery" WHERE "endpointId" = ${id}::uuid AND status <> 'attempting'
        ORDER BY "WebhookDelivery".id LIMIT ${limit - removed} FOR UPDATE SKIP LOCKED
      )`;
    if (removed >= limit) return removed;
    await database.$executeRaw`
      DELETE FROM "WebhookEndpoint" WHERE id = ${id}::uuid AND "deletedAt" < now() - interval '1 hour'
        AND NOT EXISTS (SELECT FROM "WebhookDelivery" WHERE "endpointId" = ${id}::uuid)`;
  }
  return removed;
}
