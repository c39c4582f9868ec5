/** `POST /webhooks/:id/events/:event_id/replay`: an event is posted again. */
import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { SendoffError } from '@sendoff/core';
import { type Replay, replayWebhookEvent, scopeOf } from '@sendoff/db';
import Type from 'typebox';
import { errorResponses } from '../error-responses.ts';
import { EXAMPLE_ID } from '../resource-id.ts';
import { WebhookEventParams } from './webhook-event-schema.ts';
import type { WebhookRouteParts } from './webhook-parts.ts';

const Replayed = Type.Object(
  { object: Type.Literal('webhook_event'), id: Type.String({ description: 'The id of the event, which stays the same.' }) },
  { description: 'The event is posted soon.', examples: [{ object: 'webhook_event', id: EXAMPLE_ID }] },
);

/** Serves the replay of events. */
export const replayWebhookEventRoute: FastifyPluginCallbackTypebox<WebhookRouteParts> = (app, parts, done) => {
  app.post(
    '/webhooks/:id/events/:event_id/replay',
    {
      schema: {
        summary: 'Post an event again',
        description:
          'The same body under the same `webhook-id`, with the whole retry schedule before it, whatever became of it before. ' +
          'Needs no body.',
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

/** @throws {SendoffError} unless the event is posted soon. */
function refuse(replay: Replay): void {
  switch (replay) {
    case 'queued':
      return;
    case 'unknown':
      throw new SendoffError('webhook_event_not_found');
    case 'under_way':
      throw new SendoffError(
        'webhook_not_replayable',
        'The event is being posted at this moment. Look at what becomes of it first.',
      );
    case 'disabled':
      throw new SendoffError('webhook_not_replayable', 'The webhook is disabled. Enable it first.');
  }
}
