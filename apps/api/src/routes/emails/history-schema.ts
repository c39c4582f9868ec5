/** The ledger and the history of an email as clients read them. */
import type { AttemptOutcome } from '@sendoff/db';
import Type, { type Static } from 'typebox';
import { Choice, EVENT_TYPES, Nullable, Reply } from './email-schema.ts';

const OUTCOMES = [
  'sent',
  'partial',
  'deferred',
  'bounced',
  'failed',
  'suppressed',
  'relay_trouble',
  'in_doubt',
] as const satisfies readonly AttemptOutcome[];
const VERDICTS = ['sent', 'deferred', 'bounced', 'suppressed'] as const;

const AttemptRecipient = Type.Object({
  address: Type.String({ description: 'In lower case.' }),
  verdict: Choice(VERDICTS, 'What this attempt made of it.'),
  reason: Type.String({ description: 'A word for the cause, such as `unknown_user`.' }),
  reply: Reply,
});

const PassedOver = Type.Object({
  relay: Type.String({ description: 'The relay as `smtp://host:port`.' }),
  asked: Type.Boolean({ description: 'Whether it was connected to in this attempt, or known to be of no use then.' }),
  reason: Type.String({ description: 'A word for the cause, such as `connection_refused` or `at_rate_limit`.' }),
  message: Type.String({ description: 'The cause in words.' }),
});

/** One delivery attempt. */
export const Attempt = Type.Object({
  number: Type.Integer({ description: 'From 1.' }),
  started_at: Type.String({ description: 'When it began; written down before the network was touched.' }),
  finished_at: Nullable('When its outcome was written down; null while it is under way.'),
  outcome: Type.Unsafe<AttemptOutcome | null>({
    type: ['string', 'null'],
    enum: [...OUTCOMES, null],
    description:
      'Null while it is under way. `partial`: some recipients were taken, others refused. `relay_trouble`: the relay could not ' +
      'be used, and nobody was refused. `in_doubt`: it may have been sent, and no reply was recorded.',
  }),
  reason: Nullable('A word for the cause, such as `greylisted`.'),
  relay: Nullable('The relay as `smtp://host:port`.'),
  passed_over: Type.Array(PassedOver, {
    description: 'The relays that were not used, in the order in which they were looked at, and why.',
  }),
  remote_address: Nullable('The address that was connected to.'),
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
