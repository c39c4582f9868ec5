import type { Database } from '../database.ts';
import { Prisma } from '../generated/client.ts';

/** The enabled endpoints with due webhooks, each once, so that a long backlog of one cannot hide others. */
export async function findDueWebhooks(database: Database): Promise<string[]> {
  const due = await database.$queryRaw<{ id: string }[]>(dueWebhooks());
  return due.map(({ id }) => id);
}

/** The query, exported so that a test can check its plan. */
export const dueWebhooks = (): Prisma.Sql => Prisma.sql`
  SELECT endpoint.id::text FROM "WebhookEndpoint" AS endpoint, LATERAL (
    SELECT FROM "WebhookDelivery"
    WHERE "endpointId" = endpoint.id AND status = 'pending' AND "nextAttemptAt" <= now()
    ORDER BY "nextAttemptAt" LIMIT 1
  ) AS due
  WHERE endpoint.status = 'enabled'`;
