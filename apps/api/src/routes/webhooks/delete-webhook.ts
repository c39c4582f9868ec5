/** `DELETE /webhooks/:id`: deletes a webhook and its events. */
import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { deleteWebhook, scopeOf } from '@sendoff/db';
import Type from 'typebox';
import { errorResponses } from '../error-responses.ts';
import { EXAMPLE_ID } from '../resource-id.ts';
import { found, type WebhookRouteParts } from './webhook-parts.ts';
import { WebhookParams } from './webhook-schema.ts';

const Deleted = Type.Object(
  {
    object: Type.Literal('webhook'),
    id: Type.String({ description: 'The id of the webhook.' }),
    deleted: Type.Literal(true),
  },
  { description: 'The webhook is deleted.', examples: [{ object: 'webhook', id: EXAMPLE_ID, deleted: true }] },
);

/** Serves the deletion of webhooks. */
export const deleteWebhookRoute: FastifyPluginCallbackTypebox<WebhookRouteParts> = (app, { database }, done) => {
  app.delete(
    '/webhooks/:id',
    {
      schema: {
        summary: 'Delete a webhook',
        description:
          'Deletes the webhook and its events. Pending deliveries are discarded; one that is in progress may still arrive.',
        operationId: 'deleteWebhook',
        tags: ['Webhooks'],
        params: WebhookParams,
        response: { 200: Deleted, ...errorResponses('webhook_not_found', 'invalid_parameter') },
      },
    },
    async ({ params, apiKey }) => {
      const id = params.id.toLowerCase();
      found((await deleteWebhook(database, id, scopeOf(apiKey))) ? id : null);
      return { object: 'webhook' as const, id, deleted: true as const };
    },
  );
  done();
};
