/** Webhook events in responses. */
import type { WebhookDeliveryStatus, WebhookOutcome } from '@sendoff/db';
import Type, { type Static } from 'typebox';
import { Choice, Nullable } from '../emails/email-schema.ts';
import { EXAMPLE_ID, ResourceId } from '../resource-id.ts';

const OUTCOMES = ['delivered', 'refused', 'no_answer', 'forbidden', 'abandoned'] as const satisfies readonly WebhookOutcome[];

/** The status on the wire, by the status in the database. */
export const STATUS_OF = {
  pending: 'pending',
  attempting: 'attempting',
  delivered: 'success',
  failed: 'failed',
} as const satisfies Record<WebhookDeliveryStatus, string>;

/** The ids of a path. */
export const WebhookEventParams = Type.Object({
  id: ResourceId('webhook', 'The id of the webhook.'),
  event_id: ResourceId('event', 'The id of the event, which the endpoint receives as `webhook-id`.'),
});

const summary = {
  id: Type.String({
    description: 'The id that the endpoint receives as `webhook-id` and `svix-id`, identical in every attempt.',
  }),
  type: Type.String({ description: 'The event type, for example `email.bounced`.' }),
  created_at: Type.String({ description: 'When the event happened.' }),
  status: Choice(
    Object.values(STATUS_OF),
    '`success`: the endpoint responded with 2xx. `pending`: waiting for the next attempt. `attempting`: in progress. ' +
      '`failed`: given up.',
  ),
};

/** An event in a list. */
export const WebhookEvent = Type.Object(summary);
/** An event in a list. */
export type WebhookEvent = Static<typeof WebhookEvent>;

/** An event with its payload. */
export const WebhookEventDetail = Type.Object({
  object: Type.Literal('webhook_event'),
  ...summary,
  next_attempt_at: Nullable('When the next attempt is due; null if none is, or if the webhook is disabled.'),
  payload: Type.Unsafe<object>({
    type: 'object',
    additionalProperties: true,
    description: 'The request body: `type`, `created_at` and `data`.',
  }),
});

/** One delivery attempt of an event. */
export const WebhookAttempt = Type.Object({
  id: Type.String({ description: 'The id of the attempt.' }),
  number: Type.Integer({ description: 'The sequence number, from 1.' }),
  sent_at: Type.String({ description: 'When the attempt started; recorded before any network activity.' }),
  finished_at: Nullable('When the outcome was recorded; null while the attempt is in progress.'),
  outcome: Type.Unsafe<WebhookOutcome | null>({
    type: ['string', 'null'],
    enum: [...OUTCOMES, null],
    description:
      'Null while the attempt is in progress. `delivered`: the response was 2xx. `refused`: the response was not 2xx. ' +
      '`no_answer`: there was no response. `forbidden`: connecting to the address is not allowed. `abandoned`: the ' +
      'worker stopped, and the request may have been sent.',
  }),
  http_status_code: Type.Integer({ description: 'The HTTP status code of the response; 0 if there was none.' }),
  response: Type.String({ description: 'The first kilobyte of the response body, as text.' }),
  error: Nullable('A human-readable explanation of the failure.'),
});
/** One delivery attempt of an event. */
export type WebhookAttempt = Static<typeof WebhookAttempt>;

/** An example event for the documentation. */
export const EXAMPLE_EVENT: WebhookEvent = {
  id: EXAMPLE_ID,
  type: 'email.bounced',
  created_at: '2026-04-03 22:13:42.674000+00',
  status: 'pending',
};
