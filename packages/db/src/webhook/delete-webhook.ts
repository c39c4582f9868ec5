import { modeIn, type ModeScope } from '../api-key/mode-scope.ts';
import type { Database } from '../database.ts';

/**
 * Deletes an endpoint: nothing is sent to it from now on, and nobody sees it any more. There may be very many
 * deliveries of it, so they are left to {@link removeDeletedWebhooks}.
 *
 * @returns whether there was such an endpoint in the scope.
 */
export async function deleteWebhook(database: Database, id: string, scope: ModeScope): Promise<boolean> {
  const { count } = await database.webhookEndpoint.updateMany({
    where: { id, deletedAt: null, ...modeIn(scope) },
    data: { status: 'disabled', deletedAt: new Date() },
  });
  return count === 1;
}
