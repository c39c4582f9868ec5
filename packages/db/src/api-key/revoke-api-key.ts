import type { Database } from '../database.ts';
import { endSessionsOf } from '../session/end-sessions-of.ts';

/**
 * Revokes a key, and ends its sessions; its row stays, since emails name it.
 *
 * @returns whether there was such a key that was not revoked yet.
 */
export async function revokeApiKey(database: Database, id: string): Promise<boolean> {
  const now = new Date();
  return database.$transaction(async (transaction) => {
    const { count } = await transaction.apiKey.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: now } });
    await endSessionsOf(transaction, [id], now);
    return count === 1;
  });
}
