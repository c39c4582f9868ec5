import { modeIn, type ModeScope } from '../api-key/mode-scope.ts';
import type { Database } from '../database.ts';
import type { WebhookStatus } from '../generated/enums.ts';
import type { ChosenEventType } from './webhook-event-types.ts';

/** The changes; omitted fields keep their values. */
export interface WebhookChanges {
  readonly url?: string | undefined;
  readonly events?: readonly ChosenEventType[] | undefined;
  /** Null removes the name. */
  readonly name?: string | null | undefined;
  readonly status?: WebhookStatus | undefined;
}

/**
 * Changes an endpoint. Enabling it resets its failure history and sends its pending deliveries. Setting its current status
 * again changes nothing, so the failure history and the reason for disabling are kept.
 *
 * @returns whether the scope has such an endpoint.
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

/** The columns of an endpoint after changing to this status. */
const becoming = (status: WebhookStatus) =>
  status === 'disabled'
    ? { status, disabledAt: new Date(), disabledReason: null }
    : { status, disabledAt: null, disabledReason: null, failingSince: null, lastFailedAt: null };
