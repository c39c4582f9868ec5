/** What tells a receiver that an event is from us, and which one it is. */
import type { WebhookWork } from '@sendoff/db';
import { Webhook } from 'standardwebhooks';

/**
 * The headers of Standard Webhooks (https://www.standardwebhooks.com), and the same once more under the names that
 * Svix, and with it Resend, gave them first. Every secret that is in force signs.
 *
 * @param now when it is sent: receivers refuse what is older than some minutes.
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
