import type { FastifyPluginAsync } from 'fastify';
import { createWebhookRoute } from './create-webhook.ts';
import { deleteWebhookRoute } from './delete-webhook.ts';
import { getWebhookEventRoute } from './get-webhook-event.ts';
import { getWebhookRoute } from './get-webhook.ts';
import { listWebhookAttemptsRoute } from './list-webhook-attempts.ts';
import { listWebhookEventsRoute } from './list-webhook-events.ts';
import { listWebhooksRoute } from './list-webhooks.ts';
import { replayWebhookEventRoute } from './replay-webhook-event.ts';
import { rotateSecretRoute } from './rotate-secret.ts';
import { updateWebhookRoute } from './update-webhook.ts';
import type { WebhookRouteParts } from './webhook-parts.ts';

/** Serves everything about webhooks. */
export const webhookRoutes: FastifyPluginAsync<WebhookRouteParts> = async (app, parts) => {
  await app.register(createWebhookRoute, parts);
  await app.register(listWebhooksRoute, parts);
  await app.register(getWebhookRoute, parts);
  await app.register(updateWebhookRoute, parts);
  await app.register(deleteWebhookRoute, parts);
  await app.register(rotateSecretRoute, parts);
  await app.register(listWebhookEventsRoute, parts);
  await app.register(getWebhookEventRoute, parts);
  await app.register(replayWebhookEventRoute, parts);
  await app.register(listWebhookAttemptsRoute, parts);
};
