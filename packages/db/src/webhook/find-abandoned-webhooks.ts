import type { Database } from '../database.ts';
import type { RecordedWebhook } from './record-webhook-attempts.ts';

/** An open attempt whose lease has ended. */
export type AbandonedWebhook = Pick<RecordedWebhook, 'id' | 'endpointId' | 'n' | 'retryCount'>;

/** Attempts to deliver an event whose worker is gone: at most `limit`, those that ended first. */
export async function findAbandonedWebhooks(database: Database, limit: number): Promise<AbandonedWebhook[]> {
  return database.$queryRaw<AbandonedWebhook[]>`
    SELECT id::text, "endpointId"::text, "attemptCount" AS n, "retryCount" FROM "WebhookDelivery"
    WHERE status = 'attempting' AND "leaseUntil" < now() ORDER BY "leaseUntil" LIMIT ${limit}`;
}
