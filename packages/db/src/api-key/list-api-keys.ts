import type { Database } from '../database.ts';
import { modeIn, type ModeScope } from './mode-scope.ts';

/** A page of keys: the newest, or those older or newer than an id. */
export interface ApiKeyPageRequest {
  readonly limit: number;
  /** What the caller may see. */
  readonly scope: ModeScope;
  readonly olderThan?: string | undefined;
  readonly newerThan?: string | undefined;
}

/**
 * A page of the keys that are not revoked, newest first, expired ones included. `hasMore` tells whether more follow in the
 * direction of the page.
 */
export async function listApiKeys(database: Database, { limit, scope, olderThan, newerThan }: ApiKeyPageRequest) {
  const found = await database.apiKey.findMany({
    where: {
      revokedAt: null,
      ...modeIn(scope),
      id: { ...(olderThan !== undefined && { lt: olderThan }), ...(newerThan !== undefined && { gt: newerThan }) },
    },
    orderBy: { id: newerThan === undefined ? 'desc' : 'asc' },
    take: limit + 1,
    select: {
      ...{ id: true, name: true, prefix: true, permission: true, mode: true, createdAt: true, lastUsedAt: true },
      ...{ weight: true, expiresAt: true, allowedNetworks: true, allowedSenders: true },
      ...{ dailyEmails: true, dailyBytes: true, maxScheduled: true, maxWebhooks: true },
    },
  });
  const keys = found
    .slice(0, limit)
    .map((key) => ({ ...key, dailyBytes: key.dailyBytes === null ? null : Number(key.dailyBytes) }));
  if (newerThan !== undefined) keys.reverse();
  return { keys, hasMore: found.length > limit };
}
