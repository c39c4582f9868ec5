/** Delivery attempts and events of an email in responses. */
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
  address: Type.String({ description: 'The address, in lower case.' }),
  verdict: Choice(VERDICTS, 'The result of this attempt for the recipient.'),
  reason: Type.String({ description: 'A reason code, for example `unknown_user`.' }),
  reply: Reply,
});

const SkippedRelay = Type.Object({
  relay: Type.String({ description: 'The relay as `smtp://host:port`.' }),
  attempted: Type.Boolean({
    description: 'Whether this attempt connected to the relay. False if the relay was already known to be unavailable.',
  }),
  reason: Type.String({ description: 'A reason code, for example `connection_refused` or `at_rate_limit`.' }),
  message: Type.String({ description: 'A human-readable explanation.' }),
});

/** One delivery attempt. */
export const Attempt = Type.Object({
  number: Type.Integer({ description: 'The sequence number, from 1.' }),
  started_at: Type.String({ description: 'When the attempt started; recorded before any network activity.' }),
  finished_at: Nullable('When the outcome was recorded; null while the attempt is in progress.'),
  outcome: Type.Unsafe<AttemptResult | null>({
    type: ['string', 'null'],
    enum: [...OUTCOMES, null],
    description:
      'Null while the attempt is in progress. `partial`: some recipients were accepted, others rejected. `relay_error`: ' +
      'no relay was usable; no recipient was rejected. `in_doubt`: the message may have been sent, but no reply was ' +
      'recorded.',
  }),
  reason: Nullable('A reason code, for example `greylisted`.'),
  relay: Nullable('The relay as `smtp://host:port`.'),
  skipped_relays: Type.Array(SkippedRelay, {
    description: 'The preferred relays that were not used, in the order of `MAIL_URL`, with the reasons.',
  }),
  remote_address: Nullable('The IP address that the attempt connected to.'),
  provider_message_id: Nullable('The id that the provider gave the message; null if its reply contains none.'),
  tls_version: Nullable('For example `TLSv1.3`; null if the connection was not encrypted or there was none.'),
  worker: Type.String({ description: 'The worker that made the attempt.' }),
  reply: Reply,
  message: Nullable(
    'A human-readable explanation of a failure without a server reply, for example `connect ECONNREFUSED 192.0.2.9:587`.',
  ),
  recipients: Type.Array(AttemptRecipient, { description: 'The recipients of this attempt for which a result is known.' }),
});
/** One delivery attempt. */
export type Attempt = Static<typeof Attempt>;

/** One event. */
export const EmailEvent = Type.Object({
  number: Type.Integer({ description: 'The sequence number, from 1.' }),
  type: Choice(EVENT_TYPES, 'The type of the event.'),
  created_at: Type.String({ description: 'When the event happened.' }),
  attempt: Type.Unsafe<number | null>({
    type: ['integer', 'null'],
    description: 'The number of the delivery attempt that caused the event; null if none did.',
  }),
  reason: Nullable('A reason code, for example `unknown_user`.'),
  reply: Reply,
  recipient: Nullable('The recipient, if the event concerns only one.'),
  cause: Nullable('`retry` or `resolved` if a person caused the event.'),
});
/** One event. */
export type EmailEvent = Static<typeof EmailEvent>;

/** A list that is always complete: it has no further pages. */
export const wholeList = <Item extends Type.TSchema>(items: Item, description: string, example: Static<Item>) =>
  Type.Object(
    { object: Type.Literal('list'), has_more: Type.Literal(false), data: Type.Array(items, { description }) },
    { description, examples: [{ object: 'list', has_more: false, data: [example] }] },
  );
