/** The headers that identify and authenticate a webhook. */
import type { WebhookWork } from '@sendoff/db';
import { Webhook } from 'standardwebhooks';

/**
 * The headers of Standard Webhooks (https://www.standardwebhooks.com), also under the older `svix-` names that Resend uses.
 * Contains one signature for each valid secret.
 *
 * @param now when it is sent: receivers reject timestamps older than some minutes.
 */
export function signWebhook({ id, payload, secrets }: Pick<WebhookWork, 'id' | 'payload' | 'secrets'>, now: Date) {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const signature = secrets.map((secret) => new Webhook(secret).sign(id, now, payload)).join(' ');
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signature,
    'svix-id': id,
    'svix-timestamp': timestamp,
    'svix-signature': signature,
  };
}
