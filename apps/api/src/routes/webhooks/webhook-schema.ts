/** Webhooks as clients write and read them. */
import { WEBHOOK_EVENT_TYPES, type WebhookEventType, type WebhookStatus } from '@sendoff/db';
import Type, { type Static } from 'typebox';
import { Choice, Nullable } from '../emails/email-schema.ts';
import { EXAMPLE_ID, ResourceId } from '../resource-id.ts';

/** Characters. */
export const LONGEST_URL = 2048;

const TYPES = WEBHOOK_EVENT_TYPES.map((type) => `\`${type}\``).join(', ');
const STATUSES = ['enabled', 'disabled'] as const satisfies readonly WebhookStatus[];

/** Where events go, in a request. */
export const EndpointUrl = Type.String({
  description:
    'Where events are posted: an http or https URL without user name and password. Whether it leads to a public address ' +
    'is looked at with each attempt.',
  maxLength: LONGEST_URL,
  'x-must-be': `a URL of at most ${String(LONGEST_URL)} characters`,
});

/** Which events, in a request. */
export const ChosenEvents = Type.Array(Choice(WEBHOOK_EVENT_TYPES, 'A type of event.'), {
  minItems: 1,
  uniqueItems: true,
  description: `The types of events that are posted, each once: ${TYPES}.`,
  'x-must-be': `a list of types of events, each once, of ${TYPES}`,
});

/** Whether events are posted, in a request. */
export const ChosenStatus = Type.Unsafe<WebhookStatus>({
  ...Choice(
    STATUSES,
    '`disabled`: no event is written for it any more, and what waits for it waits until it is `enabled` again.',
  ),
  'x-must-be': '`enabled` or `disabled`',
});

/** The `:id` of a path. */
export const WebhookParams = Type.Object({ id: ResourceId('webhook', 'The id of the webhook.') });

/** What a list and a single webhook both show. */
const summary = {
  id: Type.String({ description: 'A UUIDv7.' }),
  endpoint: Type.String({ description: 'Where events are posted.' }),
  created_at: Type.String({ description: 'When it was made, such as `2026-04-03 22:13:42.674000+00`.' }),
  status: Choice(STATUSES, 'Whether events are posted.'),
  events: Type.Array(Type.Unsafe<WebhookEventType>({ type: 'string' }), { description: 'The types of events that are posted.' }),
  failing_since: Nullable('Since when no attempt has succeeded; null while all is well. Sendoff has this, Resend has not.'),
  disabled_at: Nullable('When it was disabled.'),
  disabled_reason: Nullable('Why it was disabled, where nobody asked for it.'),
};

/** A webhook in a list. */
export const WebhookSummary = Type.Object(summary);
/** A webhook in a list. */
export type WebhookSummary = Static<typeof WebhookSummary>;

/** A webhook with what its events are signed with. */
export const Webhook = Type.Object({
  object: Type.Literal('webhook'),
  ...summary,
  signing_secret: Type.String({ description: 'What the events are signed with, as Standard Webhooks writes it.' }),
});
/** A webhook with what its events are signed with. */
export type Webhook = Static<typeof Webhook>;

/** A secret for the documentation. */
export const EXAMPLE_SECRET = 'whsec_VGhpcyBpcyBhbiBleGFtcGxlIGFuZCBubyBzZWNyZXQ=';

/** A webhook for the documentation. */
export const EXAMPLE_SUMMARY: WebhookSummary = {
  id: EXAMPLE_ID,
  endpoint: 'https://shop.example.com/hooks/email',
  created_at: '2026-04-03 22:13:42.674000+00',
  status: 'enabled',
  events: ['email.bounced', 'email.complained'],
  failing_since: null,
  disabled_at: null,
  disabled_reason: null,
};

/** The answer of what makes a secret. */
export const SignedWebhook = Type.Object({
  object: Type.Literal('webhook'),
  id: Type.String({ description: 'The id of the webhook.' }),
  signing_secret: Type.String({ description: 'What the events are signed with from now on.' }),
});

/** The answer of what changes a webhook. */
export const ChangedWebhook = Type.Object({
  object: Type.Literal('webhook'),
  id: Type.String({ description: 'The id of the webhook.' }),
});
