/** An email as clients read it. */
import type { EmailEventType, EmailStatus, Mode, RecipientFeedback } from '@sendoff/db';
import Type, { type Static } from 'typebox';

/** A text or null. */
export const Nullable = (description: string) => Type.Unsafe<string | null>({ type: ['string', 'null'], description });
const Addresses = (description: string) => Type.Array(Type.String(), { description });
/** One of a few words. */
export const Choice = <const Values extends readonly string[]>(values: Values, description: string) =>
  Type.Unsafe<Values[number]>({ type: 'string', enum: values, description });

/** Where an email can stand. */
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
/** What can happen to an email, in the words of the Resend API. */
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
  description: 'Why it waits and when it is tried next; null when it does not wait.',
  properties: {
    reason: {
      type: 'string',
      description: '`queued`, `scheduled`, or what the last attempt met, such as `greylisted: 451 4.7.1 ...`.',
    },
    next_attempt_at: { type: ['string', 'null'], description: 'Null while it waits for a person.' },
  },
  required: ['reason', 'next_attempt_at'],
});

const Failure = Type.Unsafe<{ reason: string } | null>({
  type: ['object', 'null'],
  description: 'Why it did not reach some or all of its recipients, as far as is known; null when nothing of the kind is known.',
  properties: {
    reason: {
      type: 'string',
      description: 'For people, such as `gave up after 3 attempts; last reply 451 4.7.1 Try again later`.',
    },
  },
  required: ['reason'],
});

/** Whether an email is delivered. */
export const MODES = ['live', 'test'] as const satisfies readonly Mode[];

/** What a list and a single email both show. */
const summary = {
  id: Type.String({ description: 'A UUIDv7: ids sort by the time of acceptance.' }),
  message_id: Type.String({ description: 'The `Message-ID` header, the same in every attempt.' }),
  from: Type.String({ description: 'The sender as it was given.' }),
  to: Addresses('Recipients as they were given.'),
  cc: Addresses('Recipients of copies.'),
  bcc: Addresses('Recipients of copies that are not shown.'),
  reply_to: Addresses('Where answers go.'),
  subject: Type.String({ description: 'The subject.' }),
  created_at: Type.String({ description: 'When it was accepted, such as `2026-04-03 22:13:42.674000+00`.' }),
  scheduled_at: Nullable('When its sender wanted it sent; null for at once.'),
  last_event: Choice(EVENT_TYPES, 'What happened last, in the words of the Resend API.'),
  status: Choice(STATUSES, 'Where it stands, in the words of Sendoff: finer than `last_event`.'),
  attempts: Type.Integer({ description: 'Delivery attempts begun so far.' }),
  mode: Choice(
    MODES,
    '`test`: simulated in the sandbox and never delivered, whatever `status` and `last_event` say. So is email that was sent with ' +
      'a test key, and email to test addresses such as `delivered@resend.dev` alone.',
  ),
  waiting: Waiting,
  failure: Failure,
};

/** An SMTP reply or null. */
export const Reply = Type.Unsafe<{ code: number; enhanced_code: string | null; text: string } | null>({
  type: ['object', 'null'],
  description: 'What the SMTP server said; null while it has said nothing.',
  properties: {
    code: { type: 'integer', description: 'The reply code (RFC 5321).' },
    enhanced_code: { type: ['string', 'null'], description: 'The enhanced status code (RFC 3463), such as `5.1.1`.' },
    text: { type: 'string', description: 'The words of the server.' },
  },
  required: ['code', 'enhanced_code', 'text'],
});

const Recipient = Type.Object({
  address: Type.String({ description: 'In lower case.' }),
  kind: Choice(['to', 'cc', 'bcc'] as const, 'The field that named it.'),
  state: Choice(RECIPIENT_STATES, 'Where the email stands for this recipient.'),
  simulated: Type.Boolean({ description: 'Whether the sandbox made up what became of it: nothing was delivered to it.' }),
  reply: Reply,
  feedback: Type.Unsafe<{
    type: RecipientFeedback;
    created_at: string;
    enhanced_code: string | null;
    text: string | null;
  } | null>({
    type: ['object', 'null'],
    description: 'What came back after the relay had taken the email; null while nothing did.',
    properties: {
      type: { type: 'string', enum: FEEDBACK, description: 'What happened, as in the events of the email.' },
      created_at: { type: 'string', description: 'When it came.' },
      enhanced_code: { type: ['string', 'null'], description: 'The enhanced status code (RFC 3463) of the report.' },
      text: { type: ['string', 'null'], description: 'What the report says.' },
    },
    required: ['type', 'created_at', 'enhanced_code', 'text'],
  }),
});

const Tag = Type.Object({
  name: Type.String({ description: 'What the label is about.' }),
  value: Type.String({ description: 'What it says.' }),
});

/** An email in a list. */
export const EmailListItem = Type.Object(summary);
/** An email in a list. */
export type EmailListItem = Static<typeof EmailListItem>;

/** One email with everything. */
export const Email = Type.Object(
  {
    object: Type.Literal('email'),
    ...summary,
    html: Nullable('The HTML body; null when there is none, and once content has expired.'),
    text: Nullable('The plain text body; null when there is none, and once content has expired.'),
    tags: Type.Array(Tag, { description: 'Labels as they were given.' }),
    content_expired: Type.Boolean({
      description: 'Whether html, text and attachments were removed, some time after the email was finished.',
    }),
    recipients: Type.Array(Recipient, { description: 'Each address once.' }),
  },
  { description: 'The email.' },
);
/** One email with everything. */
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
