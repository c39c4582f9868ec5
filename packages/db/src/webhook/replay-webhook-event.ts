import { modeIsIn, type ModeScope } from '../api-key/mode-scope.ts';
import type { Database } from '../database.ts';
import { Prisma } from '../generated/client.ts';

/** The result: queued, or why not. */
export type Replay = 'queued' | 'under_way' | 'disabled' | 'unknown';

/**
 * Queues a delivered, failed or pending webhook for an attempt now, with the full retry schedule. It keeps its id, so the
 * receiver can recognize a duplicate.
 */
export async function replayWebhookEvent(database: Database, endpointId: string, id: string, scope: ModeScope): Promise<Replay> {
  const inScope = modeIsIn(scope, Prisma.sql`endpoint.mode`);
  const [found] = await database.$queryRaw<{ status: string; endpoint: string; replayed: boolean }[]>`
    WITH replayed AS (
      UPDATE "WebhookDelivery" AS delivery SET status = 'pending', "nextAttemptAt" = now(), "retryCount" = 0
      FROM "WebhookEndpoint" AS endpoint
      WHERE delivery.id = ${id}::uuid AND delivery."endpointId" = ${endpointId}::uuid AND delivery.status <> 'attempting'
        AND endpoint.id = delivery."endpointId" AND endpoint.status = 'enabled' AND ${inScope}
      RETURNING delivery.id
    )
    SELECT delivery.status::text, endpoint.status::text AS endpoint, EXISTS (SELECT FROM replayed) AS replayed
    FROM "WebhookDelivery" AS delivery JOIN "WebhookEndpoint" AS endpoint ON endpoint.id = delivery."endpointId"
    WHERE delivery.id = ${id}::uuid AND delivery."endpointId" = ${endpointId}::uuid AND endpoint."deletedAt" IS NULL AND ${inScope}`;
  if (found === undefined) return 'unknown';
  if (found.replayed) return 'queued';
  return found.endpoint === 'disabled' ? 'disabled' : 'under_way';
}
