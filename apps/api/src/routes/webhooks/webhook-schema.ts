/** Webhooks as clients write and read them. */
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

/** Where events go, in a request. */
export const EndpointUrl = Type.String({
  description:
    'Where events are posted: an http or https URL without user name and password. Whether it leads to a public address ' +
    'is looked at with each attempt.',
  maxLength: MAX_URL_LENGTH,
  'x-must-be': `a URL of at most ${String(MAX_URL_LENGTH)} characters`,
});

/** Which events, in a request. */
export const ChosenEvents = Type.Array(
  Type.Unsafe<ChosenEventType>({ ...Choice(CHOICES, 'A type of event.'), 'x-must-be': `one of ${inWords(CHOICES)}` }),
  {
    minItems: 1,
    uniqueItems: true,
    description:
      `The types of events that are posted, each once: ${inWords(WEBHOOK_EVENT_TYPES)}. Those of what Sendoff does not serve yet ` +
      `are taken as well, and never posted: ${inWords(UNSERVED_EVENT_TYPES)}.`,
    'x-must-be': `a list of types of events, each once, of ${inWords(CHOICES)}`,
  },
);

/** What a webhook is called, in a request. */
export const WebhookName = Type.String({
  description: `What you call it: up to ${String(MAX_NAME_LENGTH)} characters on one line; an empty one is none.`,
  maxLength: MAX_NAME_LENGTH,
  'x-must-be': `a string of at most ${String(MAX_NAME_LENGTH)} characters`,
});

/**
 * The name as it is kept; null for an empty one, undefined where none was given.
 *
 * @throws {SendoffError} when it cannot stand on one line.
 */
export function readName(name: string | undefined): string | null | undefined {
  const problem = name === undefined ? undefined : textProblem(name);
  if (problem !== undefined) throw fieldProblem(['name'], problem);
  return name?.trim() === '' ? null : name;
}

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
  name: Nullable('What you call it; null where it has no name.'),
  mode: Choice(MODES, '`test`: it gets the events of test mail only, since a test key made it. `live`: it gets all.'),
  endpoint: Type.String({ description: 'Where events are posted.' }),
  created_at: Type.String({ description: 'When it was made, such as `2026-04-03 22:13:42.674000+00`.' }),
  status: Choice(STATUSES, 'Whether events are posted.'),
  events: Type.Array(Type.Unsafe<ChosenEventType>({ type: 'string' }), { description: 'The types of events that are posted.' }),
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
