import type { Database } from '../database.ts';
import { endSessionsOf } from '../session/end-sessions-of.ts';
import { modeIn, type ModeScope } from './mode-scope.ts';

/**
 * Revokes a key, and ends its sessions; its row stays, since emails name it.
 *
 * @returns whether there was such a key in the scope that was not revoked yet.
 */
export async function revokeApiKey(database: Database, id: string, scope: ModeScope): Promise<boolean> {
  const now = new Date();
  return database.$transaction(async (transaction) => {
    const { count } = await transaction.apiKey.updateMany({
      where: { id, revokedAt: null, ...modeIn(scope) },
      data: { revokedAt: now },
    });
    if (count === 1) await endSessionsOf(transaction, [id], now);
    return count === 1;
  });
}
