/** What was posted to a webhook, as clients read it. */
import type { WebhookDeliveryStatus, WebhookOutcome } from '@sendoff/db';
import Type, { type Static } from 'typebox';
import { Choice, Nullable } from '../emails/email-schema.ts';
import { EXAMPLE_ID, ResourceId } from '../resource-id.ts';

const OUTCOMES = ['delivered', 'refused', 'no_answer', 'forbidden', 'abandoned'] as const satisfies readonly WebhookOutcome[];

/** From the table, where an event stands in the words of the wire. */
export const STATUS_OF = {
  pending: 'pending',
  attempting: 'attempting',
  delivered: 'success',
  failed: 'failed',
} as const satisfies Record<WebhookDeliveryStatus, string>;

/** The ids of a path. */
export const WebhookEventParams = Type.Object({
  id: ResourceId('webhook', 'The id of the webhook.'),
  event_id: ResourceId('event', 'The id of the event: what its receiver got as `webhook-id`.'),
});

const summary = {
  id: Type.String({ description: 'What the receiver gets as `webhook-id` and `svix-id`, the same in every attempt.' }),
  type: Type.String({ description: 'Such as `email.bounced`.' }),
  created_at: Type.String({ description: 'When it happened.' }),
  status: Choice(
    Object.values(STATUS_OF),
    '`success`: answered with 2xx. `pending`: waiting for its next attempt. `attempting`: under way. `failed`: given up.',
  ),
};

/** An event in a list. */
export const WebhookEvent = Type.Object(summary);
/** An event in a list. */
export type WebhookEvent = Static<typeof WebhookEvent>;

/** An event with its body. */
export const WebhookEventDetail = Type.Object({
  object: Type.Literal('webhook_event'),
  ...summary,
  next_attempt_at: Nullable('When it is posted next; null when no attempt is to come, or its webhook is disabled.'),
  payload: Type.Unsafe<object>({
    type: 'object',
    additionalProperties: true,
    description: 'The body as it is posted: `type`, `created_at` and `data`.',
  }),
});

/** One attempt to post it. */
export const WebhookAttempt = Type.Object({
  id: Type.String({ description: 'The id of the attempt.' }),
  number: Type.Integer({ description: 'From 1.' }),
  sent_at: Type.String({ description: 'When it began; written down before the network was touched.' }),
  finished_at: Nullable('When what came of it was written down; null while it is under way.'),
  outcome: Type.Unsafe<WebhookOutcome | null>({
    type: ['string', 'null'],
    enum: [...OUTCOMES, null],
    description:
      'Null while it is under way. `delivered`: answered with 2xx. `refused`: answered with anything else. `no_answer`. ' +
      '`forbidden`: the address may not be connected to. `abandoned`: its worker is gone, and it may have been sent.',
  }),
  http_status_code: Type.Integer({ description: '0 where there was no answer.' }),
  response: Type.String({ description: 'The first kilobyte of the answer, as text.' }),
  error: Nullable('What went wrong, in words.'),
});
/** One attempt to post it. */
export type WebhookAttempt = Static<typeof WebhookAttempt>;

/** An event for the documentation. */
export const EXAMPLE_EVENT: WebhookEvent = {
  id: EXAMPLE_ID,
  type: 'email.bounced',
  created_at: '2026-04-03 22:13:42.674000+00',
  status: 'pending',
};
