/** What an endpoint can ask to be told of. */
import type { EmailEventType } from '../generated/enums.ts';

/** The types of events, as they stand in payloads; those of an email are `email.` and the type of the row of `EmailEvent`. */
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

/** The type of an event, as it stands in its payload. */
export type WebhookEventType = (typeof WEBHOOK_EVENT_TYPES)[number];

/**
 * The other types of the Resend API. An endpoint can ask for them, since its owner asks for all that there are, and gets
 * none: nothing here writes them yet.
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

/** A type that an endpoint can ask for. */
export type ChosenEventType = WebhookEventType | (typeof UNSERVED_EVENT_TYPES)[number];
