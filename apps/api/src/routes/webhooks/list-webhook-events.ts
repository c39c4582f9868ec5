/** `GET /webhooks/:id/events`: delivered and pending events. */
import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { listWebhookEvents, scopeOf } from '@sendoff/db';
import Type from 'typebox';
import { wireTime } from '../emails/wire-time.ts';
import { errorResponses } from '../error-responses.ts';
import { pageParameters, refuseBothSides } from '../page-parameters.ts';
import { EXAMPLE_EVENT, STATUS_OF, WebhookEvent } from './webhook-event-schema.ts';
import { found, type WebhookRouteParts } from './webhook-parts.ts';
import { WebhookParams } from './webhook-schema.ts';

const DEFAULT_LIMIT = 20;

const EventList = Type.Object(
  {
    object: Type.Literal('list'),
    has_more: Type.Boolean({ description: 'Whether more items follow in the direction of paging.' }),
    data: Type.Array(WebhookEvent, { description: 'The events, newest first, without their payloads.' }),
  },
  { description: 'A page of events.', examples: [{ object: 'list', has_more: false, data: [EXAMPLE_EVENT] }] },
);

/** Serves the events of a webhook. */
export const listWebhookEventsRoute: FastifyPluginCallbackTypebox<WebhookRouteParts> = (app, { database }, done) => {
  app.get(
    '/webhooks/:id/events',
    {
      schema: {
        summary: 'List the events of a webhook',
        description: 'Returns the events of a webhook, newest first. Finished events are deleted after `CONTENT_RETENTION`.',
        operationId: 'listWebhookEvents',
        tags: ['Webhooks'],
        params: WebhookParams,
        querystring: Type.Object(pageParameters('events', 'event', DEFAULT_LIMIT), { additionalProperties: false }),
        response: { 200: EventList, ...errorResponses('webhook_not_found', 'invalid_parameter') },
      },
    },
    async ({ params, query, apiKey }) => {
      refuseBothSides(query);
      const { limit = DEFAULT_LIMIT, after, before } = query;
      const page = { limit, scope: scopeOf(apiKey), olderThan: after, newerThan: before };
      const { events, hasMore } = found(await listWebhookEvents(database, params.id, page));
      const data = events.map(({ id, type, createdAt, status }) => ({
        id,
        type,
        created_at: wireTime(createdAt),
        status: STATUS_OF[status],
      }));
      return { object: 'list' as const, has_more: hasMore, data };
    },
  );
  done();
};
