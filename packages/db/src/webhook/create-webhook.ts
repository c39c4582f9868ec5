import type { ActiveApiKey } from '../api-key/find-api-keys.ts';
import type { Database } from '../database.ts';
import type { WebhookStatus } from '../generated/enums.ts';
import { newId } from '../new-id.ts';
import type { ChosenEventType } from './webhook-event-types.ts';
import { newWebhookSecret } from './webhook-secret.ts';

/** An endpoint and its signing secret. */
export interface SignedWebhook {
  readonly id: string;
  readonly secret: string;
}

/** An endpoint to create. */
export interface NewWebhook {
  readonly url: string;
  readonly events: readonly ChosenEventType[];
  readonly name?: string | null;
  readonly status?: WebhookStatus;
  /** The key that creates it and determines its mode; without a key it receives the events of all mail. */
  readonly owner?: Pick<ActiveApiKey, 'id' | 'mode' | 'restrictions'>;
}

/** The key has reached its limit of endpoints. */
export class WebhookQuotaReached extends Error {}

/**
 * Creates an endpoint. It receives the events that occur from now on.
 *
 * @throws {WebhookQuotaReached} when the owner has `maxWebhooks` endpoints.
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
      // Serializes concurrent creations, so that the second counts the first.
      await transaction.$queryRaw`SELECT 1 FROM "ApiKey" WHERE id = ${owner.id}::uuid FOR UPDATE`;
      const made = await transaction.webhookEndpoint.count({ where: { apiKeyId: owner.id, deletedAt: null } });
      if (made >= most) throw new WebhookQuotaReached();
      await transaction.webhookEndpoint.create({ data });
    });
  }
  return { id, secret };
}
