import type { Database } from '../database.ts';

/** Renames a key. @returns whether there is such a key that is not revoked. */
export async function renameApiKey(database: Database, id: string, name: string): Promise<boolean> {
  const { count } = await database.apiKey.updateMany({ where: { id, revokedAt: null }, data: { name } });
  return count === 1;
}
