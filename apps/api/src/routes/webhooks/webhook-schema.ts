/** Webhooks in requests and responses. */
import { UNSERVED_EVENT_TYPES, WEBHOOK_EVENT_TYPES, type ChosenEventType, type WebhookStatus } from '@sendoff/db';
import { textProblem } from '@sendoff/mail/message';
import Type, { type Static } from 'typebox';
import { Choice, MODES, Nullable } from '../emails/email-schema.ts';
import { fieldProblem } from '@sendoff/core';
import { EXAMPLE_ID, ResourceId } from '../resource-id.ts';

/** Characters. */
export const MAX_URL_LENGTH = 2048;

/** Characters. */
const MAX_NAME_LENGTH = 256;

const CHOICES = [...WEBHOOK_EVENT_TYPES, ...UNSERVED_EVENT_TYPES];
const inWords = (types: readonly string[]): string => types.map((type) => `\`${type}\``).join(', ');
const STATUSES = ['enabled', 'disabled'] as const satisfies readonly WebhookStatus[];

/** The endpoint, in a request. */
export const EndpointUrl = Type.String({
  description:
    'The http or https URL that events are posted to, without user name and password. Each attempt checks that it ' +
    'resolves to a public address.',
  maxLength: MAX_URL_LENGTH,
  'x-must-be': `a URL of at most ${String(MAX_URL_LENGTH)} characters`,
});

/** The event types, in a request. */
export const ChosenEvents = Type.Array(
  Type.Unsafe<ChosenEventType>({ ...Choice(CHOICES, 'An event type.'), 'x-must-be': `one of ${inWords(CHOICES)}` }),
  {
    minItems: 1,
    uniqueItems: true,
    description:
      `The event types to post, each once: ${inWords(WEBHOOK_EVENT_TYPES)}. Types of features that Sendoff does not ` +
      `support yet are accepted but never posted: ${inWords(UNSERVED_EVENT_TYPES)}.`,
    'x-must-be': `a list of types of events, each once, of ${inWords(CHOICES)}`,
  },
);

/** The name, in a request. */
export const WebhookName = Type.String({
  description: `A name for the webhook: up to ${String(MAX_NAME_LENGTH)} characters on one line. An empty string removes the name.`,
  maxLength: MAX_NAME_LENGTH,
  'x-must-be': `a string of at most ${String(MAX_NAME_LENGTH)} characters`,
});

/**
 * The name to store; null for an empty one, undefined if none was given.
 *
 * @throws {SendoffError} when it is not a single line.
 */
export function readName(name: string | undefined): string | null | undefined {
  const problem = name === undefined ? undefined : textProblem(name);
  if (problem !== undefined) throw fieldProblem(['name'], problem);
  return name?.trim() === '' ? null : name;
}

/** The status, in a request. */
export const ChosenStatus = Type.Unsafe<WebhookStatus>({
  ...Choice(
    STATUSES,
    '`disabled`: no new events are recorded for the webhook, and pending ones are held until it is `enabled` again.',
  ),
  'x-must-be': '`enabled` or `disabled`',
});

/** The `:id` of a path. */
export const WebhookParams = Type.Object({ id: ResourceId('webhook', 'The id of the webhook.') });

/** The fields that a list item and a single webhook share. */
const summary = {
  id: Type.String({ description: 'The id of the webhook (a UUIDv7).' }),
  name: Nullable('The name of the webhook; null if it has none.'),
  mode: Choice(
    MODES,
    '`test`: gets only the events of test mail, because it was created with a test key. `live`: gets all events.',
  ),
  endpoint: Type.String({ description: 'The URL that events are posted to.' }),
  created_at: Type.String({ description: 'When the webhook was created, for example `2026-04-03 22:13:42.674000+00`.' }),
  status: Choice(STATUSES, 'Whether events are posted.'),
  events: Type.Array(Type.Unsafe<ChosenEventType>({ type: 'string' }), { description: 'The event types that are posted.' }),
  failing_since: Nullable('When the current series of failed attempts began; null if there is none. Not part of the Resend API.'),
  disabled_at: Nullable('When the webhook was disabled; null if it is enabled.'),
  disabled_reason: Nullable('Why Sendoff disabled the webhook automatically; null otherwise.'),
};

/** A webhook in a list. */
export const WebhookSummary = Type.Object(summary);
/** A webhook in a list. */
export type WebhookSummary = Static<typeof WebhookSummary>;

/** A webhook with its signing secret. */
export const Webhook = Type.Object({
  object: Type.Literal('webhook'),
  ...summary,
  signing_secret: Type.String({ description: 'The secret that events are signed with, in the Standard Webhooks format.' }),
});
/** A webhook with its signing secret. */
export type Webhook = Static<typeof Webhook>;

/** An example secret for the documentation. */
export const EXAMPLE_SECRET = 'whsec_VGhpcyBpcyBhbiBleGFtcGxlIGFuZCBubyBzZWNyZXQ=';

/** An example webhook for the documentation. */
export const EXAMPLE_SUMMARY: WebhookSummary = {
  id: EXAMPLE_ID,
  name: null,
  mode: 'live',
  endpoint: 'https://shop.example.com/hooks/email',
  created_at: '2026-04-03 22:13:42.674000+00',
  status: 'enabled',
  events: ['email.bounced', 'email.complained'],
  failing_since: null,
  disabled_at: null,
  disabled_reason: null,
};

/** The response of operations that create a secret. */
export const SignedWebhook = Type.Object({
  object: Type.Literal('webhook'),
  id: Type.String({ description: 'The id of the webhook.' }),
  signing_secret: Type.String({ description: 'The secret that events are signed with from now on.' }),
});

/** The response of operations that change a webhook. */
export const ChangedWebhook = Type.Object({
  object: Type.Literal('webhook'),
  id: Type.String({ description: 'The id of the webhook.' }),
});
