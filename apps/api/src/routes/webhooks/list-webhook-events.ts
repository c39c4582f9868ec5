/** `GET /webhooks/:id/events`: what was posted, or is to be. */
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
    has_more: Type.Boolean({ description: 'Whether more lie beyond this page, in its direction.' }),
    data: Type.Array(WebhookEvent, { description: 'The newest first, without their bodies.' }),
  },
  { description: 'A page.', examples: [{ object: 'list', has_more: false, data: [EXAMPLE_EVENT] }] },
);

/** Serves the events of a webhook. */
export const listWebhookEventsRoute: FastifyPluginCallbackTypebox<WebhookRouteParts> = (app, { database }, done) => {
  app.get(
    '/webhooks/:id/events',
    {
      schema: {
        summary: 'List the events of a webhook',
        description: 'The newest first. Events that are finished are removed with `CONTENT_RETENTION`.',
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
