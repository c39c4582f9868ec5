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
