/** `POST /webhooks/:id/events/:event_id/replay`: delivers an event again. */
import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { SendoffError } from '@sendoff/core';
import { type Replay, replayWebhookEvent, scopeOf } from '@sendoff/db';
import Type from 'typebox';
import { errorResponses } from '../error-responses.ts';
import { EXAMPLE_ID } from '../resource-id.ts';
import { WebhookEventParams } from './webhook-event-schema.ts';
import type { WebhookRouteParts } from './webhook-parts.ts';

const Replayed = Type.Object(
  {
    object: Type.Literal('webhook_event'),
    id: Type.String({ description: 'The id of the event. A replay does not change it.' }),
  },
  { description: 'The event is queued for delivery.', examples: [{ object: 'webhook_event', id: EXAMPLE_ID }] },
);

/** Serves the replay of events. */
export const replayWebhookEventRoute: FastifyPluginCallbackTypebox<WebhookRouteParts> = (app, parts, done) => {
  app.post(
    '/webhooks/:id/events/:event_id/replay',
    {
      schema: {
        summary: 'Replay a webhook event',
        description:
          'Delivers the event again now, with the same payload and `webhook-id` and a full retry schedule, whether it was ' +
          'delivered, failed or is still pending. Needs no body.',
        operationId: 'replayWebhookEvent',
        tags: ['Webhooks'],
        params: WebhookEventParams,
        response: {
          200: Replayed,
          ...errorResponses('webhook_event_not_found', 'invalid_parameter', 'webhook_not_replayable'),
        },
      },
    },
    async ({ params, apiKey }) => {
      const [endpointId, id] = [params.id.toLowerCase(), params.event_id.toLowerCase()];
      refuse(await replayWebhookEvent(parts.database, endpointId, id, scopeOf(apiKey)));
      parts.noteWebhooks([endpointId]);
      return { object: 'webhook_event' as const, id };
    },
  );
  done();
};

/** @throws {SendoffError} unless the event is queued. */
function refuse(replay: Replay): void {
  switch (replay) {
    case 'queued':
      return;
    case 'unknown':
      throw new SendoffError('webhook_event_not_found');
    case 'under_way':
      throw new SendoffError(
        'webhook_not_replayable',
        'The event is being delivered right now. Check the result of that attempt first.',
      );
    case 'disabled':
      throw new SendoffError('webhook_not_replayable', 'The webhook is disabled. Enable it first.');
  }
}
