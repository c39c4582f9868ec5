import type { Database } from '../database.ts';

/**
 * Revokes a key; its row stays, since emails name it.
 *
 * @returns whether there was such a key that was not revoked yet.
 */
export async function revokeApiKey(database: Database, id: string): Promise<boolean> {
  const { count } = await database.apiKey.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: new Date() } });
  return count === 1;
}
