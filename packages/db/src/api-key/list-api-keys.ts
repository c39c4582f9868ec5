import type { Database } from '../database.ts';

/** Every key that is not revoked, the newest first. */
export async function listApiKeys(database: Database) {
  return database.apiKey.findMany({
    where: { revokedAt: null },
    orderBy: { id: 'desc' },
    select: { id: true, name: true, prefix: true, permission: true, mode: true, createdAt: true, lastUsedAt: true },
  });
}
