/** `POST /webhooks`: subscribes an endpoint to events. */
import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { SendoffError } from '@sendoff/core';
import { createWebhook, WebhookQuotaReached } from '@sendoff/db';
import Type from 'typebox';
import { ignoreNulls } from '../../plugins/ignore-nulls.ts';
import { errorResponses } from '../error-responses.ts';
import { EXAMPLE_ID } from '../resource-id.ts';
import { readEndpoint, type WebhookRouteParts } from './webhook-parts.ts';
import {
  ChosenEvents,
  ChosenStatus,
  EndpointUrl,
  EXAMPLE_SECRET,
  readName,
  SignedWebhook,
  WebhookName,
} from './webhook-schema.ts';

const Body = Type.Object(
  { endpoint: EndpointUrl, events: ChosenEvents, name: Type.Optional(WebhookName), status: Type.Optional(ChosenStatus) },
  {
    additionalProperties: false,
    description: 'The endpoint and the event types to post to it.',
    examples: [{ endpoint: 'https://shop.example.com/hooks/email', events: ['email.bounced', 'email.complained'] }],
  },
);

const Created = {
  ...SignedWebhook,
  description: 'The webhook is created.',
  examples: [{ object: 'webhook', id: EXAMPLE_ID, signing_secret: EXAMPLE_SECRET }],
} as typeof SignedWebhook;

/** Serves the creation of webhooks. */
export const createWebhookRoute: FastifyPluginCallbackTypebox<WebhookRouteParts> = (app, { database }, done) => {
  app.post(
    '/webhooks',
    {
      preValidation: ignoreNulls,
      schema: {
        summary: 'Create a webhook',
        description:
          'Subscribes an endpoint to events. New events are posted as JSON, signed according to Standard Webhooks, at least ' +
          'once and in no guaranteed order; use `webhook-id` to detect duplicates. A delivery without a 2xx response within ' +
          '15 seconds is retried for about a day. A webhook created with a test key gets only the events of test mail.',
        operationId: 'createWebhook',
        tags: ['Webhooks'],
        body: Body,
        response: { 201: Created, ...errorResponses('missing_field', 'invalid_field', 'webhook_quota_reached') },
      },
    },
    async ({ body: { endpoint, events, name, status = 'enabled' }, apiKey }, reply) => {
      const webhook = { url: readEndpoint(endpoint), events, name: readName(name) ?? null, status, owner: apiKey };
      const { id, secret } = await createWebhook(database, webhook).catch(explainQuota);
      void reply.code(201).header('cache-control', 'no-store');
      return { object: 'webhook' as const, id, signing_secret: secret };
    },
  );
  done();
};

function explainQuota(error: unknown): never {
  throw error instanceof WebhookQuotaReached ? new SendoffError('webhook_quota_reached') : error;
}
