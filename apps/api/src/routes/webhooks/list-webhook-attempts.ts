/** `GET /webhooks/:id/events/:event_id/attempts`: the delivery attempts of an event. */
import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { listWebhookAttempts, scopeOf } from '@sendoff/db';
import Type from 'typebox';
import { wireTime } from '../emails/wire-time.ts';
import { errorResponses } from '../error-responses.ts';
import { pageParameters, refuseBothSides } from '../page-parameters.ts';
import { EXAMPLE_ID } from '../resource-id.ts';
import { WebhookAttempt, WebhookEventParams } from './webhook-event-schema.ts';
import { foundEvent, timeOrNull, type WebhookRouteParts } from './webhook-parts.ts';

const DEFAULT_LIMIT = 20;

const EXAMPLE: WebhookAttempt = {
  id: EXAMPLE_ID,
  number: 1,
  sent_at: '2026-04-03 22:13:42.674000+00',
  finished_at: '2026-04-03 22:13:42.801000+00',
  outcome: 'refused',
  http_status_code: 500,
  response: 'Internal Server Error',
  error: 'The endpoint answered with status 500.',
};

const AttemptList = Type.Object(
  {
    object: Type.Literal('list'),
    has_more: Type.Boolean({ description: 'Whether more items follow in the direction of paging.' }),
    data: Type.Array(WebhookAttempt, { description: 'The attempts, newest first.' }),
  },
  { description: 'A page of attempts.', examples: [{ object: 'list', has_more: false, data: [EXAMPLE] }] },
);

type StoredAttempt = NonNullable<Awaited<ReturnType<typeof listWebhookAttempts>>>['attempts'][number];

/** Serves the attempts of an event. */
export const listWebhookAttemptsRoute: FastifyPluginCallbackTypebox<WebhookRouteParts> = (app, { database }, done) => {
  app.get(
    '/webhooks/:id/events/:event_id/attempts',
    {
      schema: {
        summary: 'List the delivery attempts of a webhook event',
        description: 'Returns the delivery attempts of an event, newest first, each with the response of the endpoint.',
        operationId: 'listWebhookAttempts',
        tags: ['Webhooks'],
        params: WebhookEventParams,
        querystring: Type.Object(pageParameters('attempts', 'attempt', DEFAULT_LIMIT), { additionalProperties: false }),
        response: { 200: AttemptList, ...errorResponses('webhook_event_not_found', 'invalid_parameter') },
      },
    },
    async ({ params, query, apiKey }) => {
      refuseBothSides(query);
      const { limit = DEFAULT_LIMIT, after, before } = query;
      const event = { endpointId: params.id, deliveryId: params.event_id };
      const page = { limit, scope: scopeOf(apiKey), olderThan: after, newerThan: before };
      const { attempts, hasMore } = foundEvent(await listWebhookAttempts(database, event, page));
      return { object: 'list' as const, has_more: hasMore, data: attempts.map(presentAttempt) };
    },
  );
  done();
};

const presentAttempt = ({
  id,
  n,
  startedAt,
  finishedAt,
  outcome,
  httpStatus,
  response,
  error,
}: StoredAttempt): WebhookAttempt => ({
  id,
  number: n,
  sent_at: wireTime(startedAt),
  finished_at: timeOrNull(finishedAt),
  outcome,
  http_status_code: httpStatus ?? 0,
  response: response ?? '',
  error,
});
