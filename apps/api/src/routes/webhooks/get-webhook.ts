/** `GET /webhooks/:id`: one webhook with its signing secret. */
import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { getWebhook, scopeOf } from '@sendoff/db';
import { errorResponses } from '../error-responses.ts';
import { found, presentWebhook, type WebhookRouteParts } from './webhook-parts.ts';
import { EXAMPLE_SECRET, EXAMPLE_SUMMARY, Webhook, WebhookParams } from './webhook-schema.ts';

/** Serves one webhook. */
export const getWebhookRoute: FastifyPluginCallbackTypebox<WebhookRouteParts> = (app, { database }, done) => {
  app.get(
    '/webhooks/:id',
    {
      schema: {
        summary: 'Retrieve a webhook',
        description: 'Returns the webhook with its signing secret and, if it was disabled automatically, the reason.',
        operationId: 'getWebhook',
        tags: ['Webhooks'],
        params: WebhookParams,
        response: {
          200: {
            ...Webhook,
            description: 'The webhook.',
            examples: [{ object: 'webhook', ...EXAMPLE_SUMMARY, signing_secret: EXAMPLE_SECRET }],
          } as typeof Webhook,
          ...errorResponses('webhook_not_found', 'invalid_parameter'),
        },
      },
    },
    async ({ params, apiKey }, reply) => {
      const webhook = found(await getWebhook(database, params.id.toLowerCase(), scopeOf(apiKey)));
      void reply.header('cache-control', 'no-store');
      return { object: 'webhook' as const, ...presentWebhook(webhook), signing_secret: webhook.secret };
    },
  );
  done();
};
