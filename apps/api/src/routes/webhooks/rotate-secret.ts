/** `POST /webhooks/:id/signing-secret/rotate`: replaces the signing secret; the previous one stays valid for a day. */
import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { OVERLAP_HOURS, rotateWebhookSecret, scopeOf } from '@sendoff/db';
import { errorResponses } from '../error-responses.ts';
import { EXAMPLE_ID } from '../resource-id.ts';
import { found, type WebhookRouteParts } from './webhook-parts.ts';
import { EXAMPLE_SECRET, SignedWebhook, WebhookParams } from './webhook-schema.ts';

/** Serves the rotation of secrets. */
export const rotateSecretRoute: FastifyPluginCallbackTypebox<WebhookRouteParts> = (app, { database }, done) => {
  app.post(
    '/webhooks/:id/signing-secret/rotate',
    {
      schema: {
        summary: 'Rotate the signing secret',
        description:
          `Creates a new signing secret. The previous secret stays valid for ${String(OVERLAP_HOURS)} hours: until then ` +
          'events are signed with both. Needs no body.',
        operationId: 'rotateWebhookSecret',
        tags: ['Webhooks'],
        params: WebhookParams,
        response: {
          200: {
            ...SignedWebhook,
            description: 'The new signing secret is in use.',
            examples: [{ object: 'webhook', id: EXAMPLE_ID, signing_secret: EXAMPLE_SECRET }],
          } as typeof SignedWebhook,
          ...errorResponses('webhook_not_found', 'invalid_parameter'),
        },
      },
    },
    async ({ params, apiKey }, reply) => {
      const { id, secret } = found(await rotateWebhookSecret(database, params.id.toLowerCase(), scopeOf(apiKey)));
      void reply.header('cache-control', 'no-store');
      return { object: 'webhook' as const, id, signing_secret: secret };
    },
  );
  done();
};
