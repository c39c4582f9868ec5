/** The event types that an endpoint can subscribe to. */
import type { EmailEventType } from '../generated/enums.ts';

/** Event types as used in payloads; those of an email are `email.` and the type of its `EmailEvent`. */
export const WEBHOOK_EVENT_TYPES = [
  'email.scheduled',
  'email.sent',
  'email.delivered',
  'email.delivery_delayed',
  'email.bounced',
  'email.complained',
  'email.failed',
  'email.suppressed',
  'suppression.added',
  'suppression.removed',
] as const satisfies readonly (`email.${EmailEventType}` | `suppression.${string}`)[];

/** An event type as used in payloads. */
export type WebhookEventType = (typeof WEBHOOK_EVENT_TYPES)[number];

/**
 * The other event types of the Resend API. An endpoint can subscribe to them, so that a subscription to all types is accepted,
 * but Sendoff does not emit them.
 */
export const UNSERVED_EVENT_TYPES = [
  'email.opened',
  'email.clicked',
  'email.received',
  'contact.created',
  'contact.updated',
  'contact.deleted',
  'contact.topics.updated',
  'domain.created',
  'domain.updated',
  'domain.deleted',
  'topic.created',
  'topic.updated',
  'topic.deleted',
  'inbox.created',
  'inbox.updated',
  'inbox.deleted',
  'inbox.thread.created',
  'inbox.thread.folder.updated',
  'inbox.thread.assigned',
  'inbox.thread.unassigned',
  'inbox.thread.labels.updated',
  'inbox.email.received',
  'inbox.email.sent',
  'inbox.draft.created',
  'inbox.draft.updated',
  'inbox.draft.sent',
  'inbox.draft.deleted',
] as const;

/** A type that an endpoint can subscribe to. */
export type ChosenEventType = WebhookEventType | (typeof UNSERVED_EVENT_TYPES)[number];
