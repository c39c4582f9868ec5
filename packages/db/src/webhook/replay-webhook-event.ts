import { modeIsIn, type ModeScope } from '../api-key/mode-scope.ts';
import type { Database } from '../database.ts';
import { Prisma } from '../generated/client.ts';

/** What becomes of the wish. */
export type Replay = 'queued' | 'under_way' | 'disabled' | 'unknown';

/**
 * Has an event delivered again, whether it was delivered or given up, with the whole schedule before it; one that
 * waits for its next attempt gets it now. It keeps its id, so the receiver sees that it is a repeat.
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
