/** `PATCH /webhooks/:id`: another endpoint, other events, on or off. */
import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { updateWebhook } from '@sendoff/db';
import Type from 'typebox';
import { errorResponses } from '../error-responses.ts';
import { EXAMPLE_ID } from '../resource-id.ts';
import { found, readEndpoint, type WebhookRouteParts } from './webhook-parts.ts';
import { ChangedWebhook, ChosenEvents, ChosenStatus, EndpointUrl, WebhookParams } from './webhook-schema.ts';

const Body = Type.Object(
  { endpoint: Type.Optional(EndpointUrl), events: Type.Optional(ChosenEvents), status: Type.Optional(ChosenStatus) },
  {
    additionalProperties: false,
    minProperties: 1,
    'x-must-be': 'an object with `endpoint`, `events` or `status`',
    description: 'What is to be changed; the rest stays as it is.',
    examples: [{ status: 'enabled' }, { endpoint: 'https://shop.example.com/hooks/v2', events: ['email.delivered'] }],
  },
);

/** Serves the changing of webhooks. */
export const updateWebhookRoute: FastifyPluginCallbackTypebox<WebhookRouteParts> = (app, { database, noteWebhooks }, done) => {
  app.patch(
    '/webhooks/:id',
    {
      schema: {
        summary: 'Change a webhook',
        description: 'One that was disabled begins anew when it is enabled: what waited for it is posted.',
        operationId: 'updateWebhook',
        tags: ['Webhooks'],
        params: WebhookParams,
        body: Body,
        response: {
          200: {
            ...ChangedWebhook,
            description: 'The webhook is changed.',
            examples: [{ object: 'webhook', id: EXAMPLE_ID }],
          } as typeof ChangedWebhook,
          ...errorResponses('webhook_not_found', 'invalid_field', 'invalid_parameter'),
        },
      },
    },
    async ({ params, body: { endpoint, events, status } }) => {
      const id = params.id.toLowerCase();
      const url = endpoint === undefined ? undefined : readEndpoint(endpoint);
      const changed = await updateWebhook(database, id, { url, events, status });
      found(changed ? id : null);
      if (status === 'enabled') noteWebhooks([id]);
      return { object: 'webhook' as const, id };
    },
  );
  done();
};
