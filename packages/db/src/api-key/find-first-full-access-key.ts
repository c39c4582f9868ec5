import type { Database } from '../database.ts';
import type { ActiveApiKey } from './find-api-keys.ts';

/** The oldest key that may do everything, for live mail where there is one; null when there is none. */
export async function findFirstFullAccessKey(database: Database): Promise<Omit<ActiveApiKey, 'restrictions'> | null> {
  return database.apiKey.findFirst({
    where: { permission: 'full_access', revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: new Date() } }] },
    orderBy: [{ mode: 'asc' }, { id: 'asc' }],
    select: { id: true, permission: true, mode: true },
  });
}
