import type { Database } from '../database.ts';
import { endSessionsOf } from '../session/end-sessions-of.ts';
import { modeIn, type ModeScope } from './mode-scope.ts';

/**
 * Revokes a key and ends its sessions. Its row is kept because emails refer to it.
 *
 * @returns whether the scope has a key of this id that was not revoked yet.
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
