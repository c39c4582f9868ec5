import { modeIn, type ModeScope } from '../api-key/mode-scope.ts';
import type { Database } from '../database.ts';
import type { WebhookStatus } from '../generated/enums.ts';
import type { ChosenEventType } from './webhook-event-types.ts';

/** What is to be changed; the rest stays. */
export interface WebhookChanges {
  readonly url?: string | undefined;
  readonly events?: readonly ChosenEventType[] | undefined;
  /** Null takes the name away. */
  readonly name?: string | null | undefined;
  readonly status?: WebhookStatus | undefined;
}

/**
 * Changes an endpoint. One that is enabled again begins anew: it counts as well, and what waited for it is sent. A
 * status that it has already changes nothing: since when it fails, and why it was disabled, stays known.
 *
 * @returns whether there is such an endpoint in the scope.
 */
export async function updateWebhook(database: Database, id: string, changes: WebhookChanges, scope: ModeScope): Promise<boolean> {
  const { url, events, name, status } = changes;
  const here = { id, deletedAt: null, ...modeIn(scope) };
  const [{ count }] = await database.$transaction([
    database.webhookEndpoint.updateMany({
      where: here,
      data: {
        ...(url !== undefined && { url }),
        ...(events !== undefined && { events: [...events] }),
        ...(name !== undefined && { name }),
      },
    }),
    ...(status === undefined
      ? []
      : [database.webhookEndpoint.updateMany({ where: { ...here, status: { not: status } }, data: becoming(status) })]),
  ]);
  return count === 1;
}

/** What an endpoint is once it has changed to this status. */
const becoming = (status: WebhookStatus) =>
  status === 'disabled'
    ? { status, disabledAt: new Date(), disabledReason: null }
    : { status, disabledAt: null, disabledReason: null, failingSince: null, lastFailedAt: null };
