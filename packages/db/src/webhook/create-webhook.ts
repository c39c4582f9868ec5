import type { Database } from '../database.ts';
import { newId } from '../new-id.ts';
import type { WebhookEventType } from './webhook-event-types.ts';
import { newWebhookSecret } from './webhook-secret.ts';

/** An endpoint with the secret that its events are signed with. */
export interface SignedWebhook {
  readonly id: string;
  readonly secret: string;
}

/** Makes an endpoint. Events that are written from now on are sent to it. */
export async function createWebhook(
  database: Database,
  { url, events }: { readonly url: string; readonly events: readonly WebhookEventType[] },
): Promise<SignedWebhook> {
  const [id, secret] = [newId(), newWebhookSecret()];
  await database.webhookEndpoint.create({
    data: { id, url, events: [...events], secrets: { create: { id: newId(), secret } } },
  });
  return { id, secret };
}
