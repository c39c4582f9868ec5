/** Removes deliveries that need not be kept any longer. */
import type { Database } from '../database.ts';
import { firstIdAt } from '../new-id.ts';

/**
 * Removes at most `limit` deliveries that were written before `before` and that nobody is to be sent any more: finished
 * ones, and those whose endpoint was deleted. What waits for a disabled endpoint stays, however old it is: it is posted
 * once the endpoint is enabled again, and nothing more is written for one that is disabled. Small batches hold no lock
 * for long; call it until it returns less than `limit`.
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
 * Removes at most `limit` deliveries of endpoints that were deleted, and the endpoints that have none left. An event
 * that was being written while its endpoint was deleted may come in late, so an endpoint stays for an hour.
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
