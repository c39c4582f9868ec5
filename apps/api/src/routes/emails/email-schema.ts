/** Emails in responses. */
import type { EmailEventType, EmailStatus, Mode, RecipientFeedback } from '@sendoff/db';
import Type, { type Static } from 'typebox';

/** A string or null. */
export const Nullable = (description: string) => Type.Unsafe<string | null>({ type: ['string', 'null'], description });
const Addresses = (description: string) => Type.Array(Type.String(), { description });
/** One of a fixed set of strings. */
export const Choice = <const Values extends readonly string[]>(values: Values, description: string) =>
  Type.Unsafe<Values[number]>({ type: 'string', enum: values, description });

/** The statuses of an email. */
export const STATUSES = [
  'scheduled',
  'queued',
  'sending',
  'deferred',
  'in_doubt',
  'sent',
  'bounced',
  'failed',
  'suppressed',
  'canceled',
] as const satisfies readonly EmailStatus[];
/** The events of an email, as the Resend API names them. */
export const EVENT_TYPES = [
  'queued',
  'scheduled',
  'sent',
  'delivered',
  'delivery_delayed',
  'bounced',
  'complained',
  'failed',
  'suppressed',
  'canceled',
] as const satisfies readonly EmailEventType[];
const FEEDBACK = ['delivery_delayed', 'delivered', 'bounced', 'complained'] as const satisfies readonly RecipientFeedback[];
const RECIPIENT_STATES = ['pending', 'deferred', 'sent', 'bounced', 'failed', 'suppressed', 'canceled'] as const;

const Waiting = Type.Unsafe<{ reason: string; next_attempt_at: string | null } | null>({
  type: ['object', 'null'],
  description: 'Why the email is waiting and when it is attempted next; null if it is not waiting.',
  properties: {
    reason: {
      type: 'string',
      description: '`queued`, `scheduled`, or the result of the last attempt, for example `greylisted: 451 4.7.1 ...`.',
    },
    next_attempt_at: {
      type: ['string', 'null'],
      description: 'When the next attempt is due; null while the email waits to be resolved manually.',
    },
  },
  required: ['reason', 'next_attempt_at'],
});

const Failure = Type.Unsafe<{ reason: string } | null>({
  type: ['object', 'null'],
  description: 'Why the email did not reach some or all of its recipients; null if no failure is known.',
  properties: {
    reason: {
      type: 'string',
      description: 'A human-readable explanation, for example `gave up after 3 attempts; last reply 451 4.7.1 Try again later`.',
    },
  },
  required: ['reason'],
});

/** Whether an email is delivered. */
export const MODES = ['live', 'test'] as const satisfies readonly Mode[];

/** The fields that a list item and a single email share. */
const summary = {
  id: Type.String({ description: 'A UUIDv7: ids sort by the time at which emails were accepted.' }),
  message_id: Type.String({ description: 'The `Message-ID` header, identical in every delivery attempt.' }),
  from: Type.String({ description: 'The sender, as submitted.' }),
  to: Addresses('The recipients, as submitted.'),
  cc: Addresses('The CC recipients.'),
  bcc: Addresses('The BCC recipients.'),
  reply_to: Addresses('The addresses that replies go to.'),
  subject: Type.String({ description: 'The subject.' }),
  created_at: Type.String({ description: 'When the email was accepted, for example `2026-04-03 22:13:42.674000+00`.' }),
  scheduled_at: Nullable('When the email is scheduled to be sent; null if it is sent immediately.'),
  last_event: Choice(EVENT_TYPES, 'The latest event, as the Resend API names it.'),
  status: Choice(STATUSES, 'The current status. More precise than `last_event`. Not part of the Resend API.'),
  attempts: Type.Integer({ description: 'The number of delivery attempts started.' }),
  mode: Choice(
    MODES,
    '`test`: simulated in the sandbox and never delivered, whatever `status` and `last_event` say. Applies to email ' +
      'sent with a test key and to email whose only recipients are test addresses such as `delivered@resend.dev`.',
  ),
  waiting: Waiting,
  failure: Failure,
};

/** An SMTP reply or null. */
export const Reply = Type.Unsafe<{ code: number; enhanced_code: string | null; text: string } | null>({
  type: ['object', 'null'],
  description: 'The reply of the SMTP server; null if there is none.',
  properties: {
    code: { type: 'integer', description: 'The reply code (RFC 5321).' },
    enhanced_code: { type: ['string', 'null'], description: 'The enhanced status code (RFC 3463), for example `5.1.1`.' },
    text: { type: 'string', description: 'The text of the reply.' },
  },
  required: ['code', 'enhanced_code', 'text'],
});

const Recipient = Type.Object({
  address: Type.String({ description: 'The address, in lower case.' }),
  kind: Choice(['to', 'cc', 'bcc'] as const, 'The field in which the address was submitted.'),
  state: Choice(RECIPIENT_STATES, "The recipient's state."),
  simulated: Type.Boolean({
    description: 'Whether delivery to this recipient is simulated in the sandbox: nothing is delivered.',
  }),
  reply: Reply,
  feedback: Type.Unsafe<{
    type: RecipientFeedback;
    created_at: string;
    enhanced_code: string | null;
    text: string | null;
  } | null>({
    type: ['object', 'null'],
    description: 'A report that arrived after the relay accepted the email; null if there is none.',
    properties: {
      type: { type: 'string', enum: FEEDBACK, description: 'The type of the report, as in the events of the email.' },
      created_at: { type: 'string', description: 'When the report arrived.' },
      enhanced_code: { type: ['string', 'null'], description: 'The enhanced status code (RFC 3463) of the report.' },
      text: { type: ['string', 'null'], description: 'The text of the report.' },
    },
    required: ['type', 'created_at', 'enhanced_code', 'text'],
  }),
});

const Tag = Type.Object({
  name: Type.String({ description: 'The name of the tag.' }),
  value: Type.String({ description: 'The value of the tag.' }),
});

/** An email in a list. */
export const EmailListItem = Type.Object(summary);
/** An email in a list. */
export type EmailListItem = Static<typeof EmailListItem>;

/** One email with all fields. */
export const Email = Type.Object(
  {
    object: Type.Literal('email'),
    ...summary,
    html: Nullable('The HTML body; null if there is none or the content has expired.'),
    text: Nullable('The plain text body; null if there is none or the content has expired.'),
    tags: Type.Array(Tag, { description: 'The tags, as submitted.' }),
    content_expired: Type.Boolean({
      description:
        'Whether the HTML and text bodies and the attachments were removed, which happens some time after the email ' +
        'reached a final status.',
    }),
    recipients: Type.Array(Recipient, { description: 'The recipients, each address once.' }),
  },
  { description: 'The email.' },
);
/** One email with all fields. */
export type Email = Static<typeof Email>;

/** An email for the documentation. */
export const EXAMPLE_EMAIL: Email = {
  object: 'email',
  id: '019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b',
  message_id: '<019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b@acme.example>',
  from: 'Acme <hello@acme.example>',
  to: ['ada@example.com'],
  cc: [],
  bcc: [],
  reply_to: [],
  subject: 'Hello',
  html: '<p>It works.</p>',
  text: 'It works.',
  created_at: '2026-04-03 22:13:42.674000+00',
  scheduled_at: null,
  last_event: 'delivery_delayed',
  tags: [{ name: 'category', value: 'welcome' }],
  status: 'deferred',
  attempts: 1,
  mode: 'live',
  waiting: { reason: 'greylisted: 451 4.7.1 Try again in five minutes', next_attempt_at: '2026-04-03 22:14:44.102000+00' },
  failure: null,
  content_expired: false,
  recipients: [
    {
      address: 'ada@example.com',
      kind: 'to',
      state: 'deferred',
      simulated: false,
      reply: { code: 451, enhanced_code: '4.7.1', text: 'Try again in five minutes' },
      feedback: null,
    },
  ],
};
