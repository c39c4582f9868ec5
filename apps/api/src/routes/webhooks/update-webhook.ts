/** `PATCH /webhooks/:id`: changes the endpoint, the events, the name or the status. */
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
    description: 'The fields to change. Omitted fields stay unchanged.',
    examples: [{ status: 'enabled' }, { endpoint: 'https://shop.example.com/hooks/v2', events: ['email.delivered'] }],
  },
);

/** Serves the update of webhooks. */
export const updateWebhookRoute: FastifyPluginCallbackTypebox<WebhookRouteParts> = (app, { database, noteWebhooks }, done) => {
  app.patch(
    '/webhooks/:id',
    {
      preValidation: ignoreNulls,
      schema: {
        summary: 'Update a webhook',
        description:
          'Changes the endpoint, the events, the name or the status of a webhook. Enabling a disabled webhook clears its ' +
          'failures and delivers its pending events.',
        operationId: 'updateWebhook',
        tags: ['Webhooks'],
        params: WebhookParams,
        body: Body,
        response: {
          200: {
            ...ChangedWebhook,
            description: 'The webhook is updated.',
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
