import type { ActiveApiKey } from '../api-key/find-api-keys.ts';
import type { Database } from '../database.ts';
import type { WebhookStatus } from '../generated/enums.ts';
import { newId } from '../new-id.ts';
import type { ChosenEventType } from './webhook-event-types.ts';
import { newWebhookSecret } from './webhook-secret.ts';

/** An endpoint with the secret that its events are signed with. */
export interface SignedWebhook {
  readonly id: string;
  readonly secret: string;
}

/** An endpoint that is to be made. */
export interface NewWebhook {
  readonly url: string;
  readonly events: readonly ChosenEventType[];
  readonly name?: string | null;
  readonly status?: WebhookStatus;
  /** The key that makes it. It then has the mode of the key; without one it gets the events of all mail. */
  readonly owner?: Pick<ActiveApiKey, 'id' | 'mode' | 'restrictions'>;
}

/** The key has as many endpoints as it may. */
export class WebhookQuotaReached extends Error {}

/**
 * Makes an endpoint. Events that are written from now on are sent to it.
 *
 * @throws {WebhookQuotaReached}
 */
export async function createWebhook(
  database: Database,
  { url, events, name = null, status = 'enabled', owner }: NewWebhook,
): Promise<SignedWebhook> {
  const [id, secret] = [newId(), newWebhookSecret()];
  const data = {
    ...{ id, name, url, status, events: [...events], apiKeyId: owner?.id ?? null, mode: owner?.mode ?? 'live' },
    disabledAt: status === 'disabled' ? new Date() : null,
    secrets: { create: { id: newId(), secret } },
  };
  const most = owner?.restrictions.maxWebhooks ?? null;
  if (owner === undefined || most === null) await database.webhookEndpoint.create({ data });
  else {
    await database.$transaction(async (transaction) => {
      // Of two at once, the second is to count the first.
      await transaction.$queryRaw`SELECT 1 FROM "ApiKey" WHERE id = ${owner.id}::uuid FOR UPDATE`;
      const made = await transaction.webhookEndpoint.count({ where: { apiKeyId: owner.id, deletedAt: null } });
      if (made >= most) throw new WebhookQuotaReached();
      await transaction.webhookEndpoint.create({ data });
    });
  }
  return { id, secret };
}
