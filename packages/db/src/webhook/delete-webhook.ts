import { modeIn, type ModeScope } from '../api-key/mode-scope.ts';
import type { Database } from '../database.ts';

/**
 * Deletes an endpoint: it gets no more webhooks and is no longer visible. Its deliveries may be many, so
 * {@link removeDeletedWebhooks} removes them later.
 *
 * @returns whether the scope has such an endpoint.
 */
export async function deleteWebhook(database: Database, id: string, scope: ModeScope): Promise<boolean> {
  const { count } = await database.webhookEndpoint.updateMany({
    where: { id, deletedAt: null, ...modeIn(scope) },
    data: { status: 'disabled', deletedAt: new Date() },
  });
  return count === 1;
}
