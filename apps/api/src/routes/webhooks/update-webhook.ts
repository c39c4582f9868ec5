/** `PATCH /webhooks/:id`: another endpoint, other events, on or off. */
import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { SendoffError } from '@sendoff/core';
import { scopeOf, updateWebhook } from '@sendoff/db';
import Type from 'typebox';
import { ignoreNulls } from '../../plugins/ignore-nulls.ts';
import { errorResponses } from '../error-responses.ts';
import { EXAMPLE_ID } from '../resource-id.ts';
import { refuseOtherIds, RepeatedId } from '../repeated-id.ts';
import { found, readEndpoint, type WebhookRouteParts } from './webhook-parts.ts';
import {
  ChangedWebhook,
  ChosenEvents,
  ChosenStatus,
  EndpointUrl,
  readName,
  WebhookName,
  WebhookParams,
} from './webhook-schema.ts';

const CHANGES = 'an object with `endpoint`, `events`, `status` or `name`';

const Body = Type.Object(
  {
    endpoint: Type.Optional(EndpointUrl),
    events: Type.Optional(ChosenEvents),
    status: Type.Optional(ChosenStatus),
    name: Type.Optional(WebhookName),
    id: RepeatedId,
    webhook_id: RepeatedId,
  },
  {
    additionalProperties: false,
    'x-must-be': CHANGES,
    description: 'What is to be changed; the rest stays as it is.',
    examples: [{ status: 'enabled' }, { endpoint: 'https://shop.example.com/hooks/v2', events: ['email.delivered'] }],
  },
);

/** Serves the changing of webhooks. */
export const updateWebhookRoute: FastifyPluginCallbackTypebox<WebhookRouteParts> = (app, { database, noteWebhooks }, done) => {
  app.patch(
    '/webhooks/:id',
    {
      preValidation: ignoreNulls,
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
    async ({ params, body: { id: repeated, webhook_id: named, ...changes }, apiKey }) => {
      const id = params.id.toLowerCase();
      refuseOtherIds(id, { id: repeated, webhook_id: named });
      if (Object.keys(changes).length === 0) throw new SendoffError('invalid_field', `The request body must be ${CHANGES}.`);
      const { endpoint, events, status, name } = changes;
      const url = endpoint === undefined ? undefined : readEndpoint(endpoint);
      const changed = await updateWebhook(database, id, { url, events, status, name: readName(name) }, scopeOf(apiKey));
      found(changed ? id : null);
      if (status === 'enabled') noteWebhooks([id]);
      return { object: 'webhook' as const, id };
    },
  );
  done();
};
