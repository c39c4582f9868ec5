/** The ledger and the history of an email as clients read them. */
import type { AttemptResult } from '@sendoff/core';
import Type, { type Static } from 'typebox';
import { Choice, EVENT_TYPES, Nullable, Reply } from './email-schema.ts';

const OUTCOMES = [
  'sent',
  'partial',
  'deferred',
  'bounced',
  'failed',
  'suppressed',
  'relay_error',
  'in_doubt',
] as const satisfies readonly AttemptResult[];
const VERDICTS = ['sent', 'deferred', 'bounced', 'suppressed'] as const;

const AttemptRecipient = Type.Object({
  address: Type.String({ description: 'In lower case.' }),
  verdict: Choice(VERDICTS, 'What this attempt made of it.'),
  reason: Type.String({ description: 'A word for the cause, such as `unknown_user`.' }),
  reply: Reply,
});

const SkippedRelay = Type.Object({
  relay: Type.String({ description: 'The relay as `smtp://host:port`.' }),
  attempted: Type.Boolean({ description: 'Whether this attempt connected to it; otherwise it was known to be unavailable.' }),
  reason: Type.String({ description: 'A word for the cause, such as `connection_refused` or `at_rate_limit`.' }),
  message: Type.String({ description: 'The cause in words.' }),
});

/** One delivery attempt. */
export const Attempt = Type.Object({
  number: Type.Integer({ description: 'From 1.' }),
  started_at: Type.String({ description: 'When it began; written down before the network was touched.' }),
  finished_at: Nullable('When its outcome was written down; null while it is under way.'),
  outcome: Type.Unsafe<AttemptResult | null>({
    type: ['string', 'null'],
    enum: [...OUTCOMES, null],
    description:
      'Null while it is under way. `partial`: some recipients were accepted, others refused. `relay_error`: no relay could be ' +
      'used, and no recipient was refused. `in_doubt`: it may have been sent, and no reply was recorded.',
  }),
  reason: Nullable('A word for the cause, such as `greylisted`.'),
  relay: Nullable('The relay as `smtp://host:port`.'),
  skipped_relays: Type.Array(SkippedRelay, {
    description: 'The relays that were preferred and not used, in the order of `MAIL_URL`, and why.',
  }),
  remote_address: Nullable('The address that was connected to.'),
  provider_message_id: Nullable('The id that the provider gave the message; null where its answer names none.'),
  tls_version: Nullable('Such as `TLSv1.3`; null where the connection was not encrypted, or there was none.'),
  worker: Type.String({ description: 'The worker that made it.' }),
  reply: Reply,
  message: Nullable('What went wrong, for people, where no server said it, such as `connect ECONNREFUSED 192.0.2.9:587`.'),
  recipients: Type.Array(AttemptRecipient, { description: 'Those that were tried and about which something is known.' }),
});
/** One delivery attempt. */
export type Attempt = Static<typeof Attempt>;

/** One event. */
export const EmailEvent = Type.Object({
  number: Type.Integer({ description: 'From 1.' }),
  type: Choice(EVENT_TYPES, 'What happened.'),
  created_at: Type.String({ description: 'When.' }),
  attempt: Type.Unsafe<number | null>({ type: ['integer', 'null'], description: 'The attempt in which it happened.' }),
  reason: Nullable('A word for the cause, such as `unknown_user`.'),
  reply: Reply,
  recipient: Nullable('The address that it is about, where it is about one alone.'),
  cause: Nullable('`retry` or `resolved` where a person did it.'),
});
/** One event. */
export type EmailEvent = Static<typeof EmailEvent>;

/** A whole list: nothing of it is left for another page. */
export const wholeList = <Item extends Type.TSchema>(items: Item, description: string, example: Static<Item>) =>
  Type.Object(
    { object: Type.Literal('list'), has_more: Type.Literal(false), data: Type.Array(items, { description }) },
    { description, examples: [{ object: 'list', has_more: false, data: [example] }] },
  );
