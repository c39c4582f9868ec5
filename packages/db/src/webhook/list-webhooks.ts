import { modeIn, type ModeScope } from '../api-key/mode-scope.ts';
import type { Database } from '../database.ts';

/** A page: the newest, or those on one side of an id. */
export interface WebhookPageRequest {
  readonly limit: number;
  /** What is there for whoever asks. */
  readonly scope: ModeScope;
  readonly olderThan?: string | undefined;
  readonly newerThan?: string | undefined;
}

/** The endpoints, the newest first, and whether there are more in the direction of the page. */
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
