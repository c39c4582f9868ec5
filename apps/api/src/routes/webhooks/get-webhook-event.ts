/** `GET /webhooks/:id/events/:event_id`: one event with its payload. */
import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { getWebhookEvent, scopeOf } from '@sendoff/db';
import { wireTime } from '../emails/wire-time.ts';
import { errorResponses } from '../error-responses.ts';
import { EXAMPLE_EVENT, STATUS_OF, WebhookEventDetail, WebhookEventParams } from './webhook-event-schema.ts';
import { foundEvent, timeOrNull, type WebhookRouteParts } from './webhook-parts.ts';

const EXAMPLE = {
  object: 'webhook_event',
  ...EXAMPLE_EVENT,
  next_attempt_at: '2026-04-03 22:13:47.674000+00',
  payload: { type: 'email.bounced', created_at: '2026-04-03T22:13:42.674Z', data: { email_id: EXAMPLE_EVENT.id } },
};

/** Serves one event of a webhook. */
export const getWebhookEventRoute: FastifyPluginCallbackTypebox<WebhookRouteParts> = (app, { database }, done) => {
  app.get(
    '/webhooks/:id/events/:event_id',
    {
      schema: {
        summary: 'Retrieve a webhook event',
        description: 'Returns the event with its delivery status, the time of the next attempt and the payload.',
        operationId: 'getWebhookEvent',
        tags: ['Webhooks'],
        params: WebhookEventParams,
        response: {
          200: { ...WebhookEventDetail, description: 'The event.', examples: [EXAMPLE] } as typeof WebhookEventDetail,
          ...errorResponses('webhook_event_not_found', 'invalid_parameter'),
        },
      },
    },
    async ({ params, apiKey }) => {
      const event = foundEvent(await getWebhookEvent(database, params.id, params.event_id, scopeOf(apiKey)));
      const waits = event.status === 'pending' && event.endpointStatus === 'enabled';
      return {
        object: 'webhook_event' as const,
        id: event.id,
        type: event.type,
        created_at: wireTime(event.createdAt),
        status: STATUS_OF[event.status],
        next_attempt_at: waits ? timeOrNull(event.nextAttemptAt) : null,
        payload: JSON.parse(event.payload) as object,
      };
    },
  );
  done();
};
