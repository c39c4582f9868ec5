import type { Database } from '../database.ts';
import type { RecordedWebhook } from './record-webhook-attempts.ts';

/** An open attempt with an expired lease. */
export type AbandonedWebhook = Pick<RecordedWebhook, 'id' | 'endpointId' | 'n' | 'retryCount'>;

/** At most `limit` webhook attempts of lost workers, by expiry of their leases. */
export async function findAbandonedWebhooks(database: Database, limit: number): Promise<AbandonedWebhook[]> {
  return database.$queryRaw<AbandonedWebhook[]>`
    SELECT id::text, "endpointId"::text, "attemptCount" AS n, "retryCount" FROM "WebhookDelivery"
    WHERE status = 'attempting' AND "leaseUntil" < now() ORDER BY "leaseUntil" LIMIT ${limit}`;
}
