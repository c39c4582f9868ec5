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
}

/** Makes an endpoint. Events that are written from now on are sent to it. */
export async function createWebhook(
  database: Database,
  { url, events, name = null, status = 'enabled' }: NewWebhook,
): Promise<SignedWebhook> {
  const [id, secret] = [newId(), newWebhookSecret()];
  await database.webhookEndpoint.create({
    data: {
      ...{ id, name, url, status, events: [...events] },
      disabledAt: status === 'disabled' ? new Date() : null,
      secrets: { create: { id: newId(), secret } },
    },
  });
  return { id, secret };
}
