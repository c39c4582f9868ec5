import { modeIn, type ModeScope } from '../api-key/mode-scope.ts';
import type { Database } from '../database.ts';

/** An endpoint with its newest secret; null when the scope has none with this id. */
export async function getWebhook(database: Database, id: string, scope: ModeScope) {
  const found = await database.webhookEndpoint.findUnique({
    where: { id, deletedAt: null, ...modeIn(scope) },
    include: { secrets: { orderBy: { createdAt: 'desc' }, take: 1 } },
  });
  if (found === null) return null;
  const { secrets, ...webhook } = found;
  const [newest] = secrets;
  if (newest === undefined) throw new TypeError('An endpoint has a secret from its making on');
  return { ...webhook, secret: newest.secret };
}
