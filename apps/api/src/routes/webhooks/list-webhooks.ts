/** `GET /webhooks`: all webhooks. */
import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { listWebhooks, scopeOf } from '@sendoff/db';
import Type from 'typebox';
import { errorResponses } from '../error-responses.ts';
import { pageParameters, refuseBothSides } from '../page-parameters.ts';
import { presentWebhook, type WebhookRouteParts } from './webhook-parts.ts';
import { EXAMPLE_SUMMARY, WebhookSummary } from './webhook-schema.ts';

const DEFAULT_LIMIT = 20;

const WebhookList = Type.Object(
  {
    object: Type.Literal('list'),
    has_more: Type.Boolean({ description: 'Whether more items follow in the direction of paging.' }),
    data: Type.Array(WebhookSummary, { description: 'The webhooks, newest first, without their signing secrets.' }),
  },
  { description: 'A page of webhooks.', examples: [{ object: 'list', has_more: false, data: [EXAMPLE_SUMMARY] }] },
);

/** Serves the list. */
export const listWebhooksRoute: FastifyPluginCallbackTypebox<WebhookRouteParts> = (app, { database }, done) => {
  app.get(
    '/webhooks',
    {
      schema: {
        summary: 'List webhooks',
        description: 'Returns webhooks, newest first, without their signing secrets.',
        operationId: 'listWebhooks',
        tags: ['Webhooks'],
        querystring: Type.Object(pageParameters('webhooks', 'webhook', DEFAULT_LIMIT), { additionalProperties: false }),
        response: { 200: WebhookList, ...errorResponses('invalid_parameter') },
      },
    },
    async ({ query, apiKey }) => {
      refuseBothSides(query);
      const { limit = DEFAULT_LIMIT, after, before } = query;
      const { webhooks, hasMore } = await listWebhooks(database, {
        limit,
        scope: scopeOf(apiKey),
        olderThan: after,
        newerThan: before,
      });
      return { object: 'list' as const, has_more: hasMore, data: webhooks.map(presentWebhook) };
    },
  );
  done();
};
