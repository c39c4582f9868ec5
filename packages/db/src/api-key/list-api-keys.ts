import type { Database } from '../database.ts';

/** A page of keys: the newest, or those on one side of an id. */
export interface ApiKeyPageRequest {
  readonly limit: number;
  readonly olderThan?: string | undefined;
  readonly newerThan?: string | undefined;
}

/** The keys that are not revoked, the newest first, and whether there are more in the direction of the page. */
export async function listApiKeys(database: Database, { limit, olderThan, newerThan }: ApiKeyPageRequest = { limit: 1000 }) {
  const found = await database.apiKey.findMany({
    where: {
      revokedAt: null,
      id: { ...(olderThan !== undefined && { lt: olderThan }), ...(newerThan !== undefined && { gt: newerThan }) },
    },
    orderBy: { id: newerThan === undefined ? 'desc' : 'asc' },
    take: limit + 1,
    select: { id: true, name: true, prefix: true, permission: true, mode: true, createdAt: true, lastUsedAt: true },
  });
  const keys = found.slice(0, limit);
  if (newerThan !== undefined) keys.reverse();
  return { keys, hasMore: found.length > limit };
}
