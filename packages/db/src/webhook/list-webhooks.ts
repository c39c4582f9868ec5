import { modeIn, type ModeScope } from '../api-key/mode-scope.ts';
import type { Database } from '../database.ts';

/** The page: the newest entries, or those older or newer than an id. */
export interface WebhookPageRequest {
  readonly limit: number;
  /** What the caller may see. */
  readonly scope: ModeScope;
  readonly olderThan?: string | undefined;
  readonly newerThan?: string | undefined;
}

/** A page of endpoints, newest first. `hasMore` tells whether more follow in its direction. */
export async function listWebhooks(database: Database, { limit, scope, olderThan, newerThan }: WebhookPageRequest) {
  const found = await database.webhookEndpoint.findMany({
    where: {
      deletedAt: null,
      ...modeIn(scope),
      id: { ...(olderThan !== undefined && { lt: olderThan }), ...(newerThan !== undefined && { gt: newerThan }) },
    },
    orderBy: { id: newerThan === undefined ? 'desc' : 'asc' },
    take: limit + 1,
  });
  const webhooks = found.slice(0, limit);
  if (newerThan !== undefined) webhooks.reverse();
  return { webhooks, hasMore: found.length > limit };
}
