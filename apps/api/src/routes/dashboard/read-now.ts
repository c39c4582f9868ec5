/** How things stand at this moment. */
import {
  MAX_COUNTED,
  countAccepted,
  readRelayHealth,
  readUnfinished,
  type Database,
  type ModeScope,
  type RelayHealth,
} from '@sendoff/db';
import Type, { type Static } from 'typebox';

const count = (description: string) => Type.Integer({ description });
const time = (description: string) => Type.Unsafe<string | null>({ type: ['string', 'null'], description });

/** A part of an attempt that shows something about a relay. */
const evidence = {
  at: Type.String({ description: 'ISO 8601.' }),
  email_id: Type.String({ description: 'The email that was attempted.' }),
};
const nullable = <Value extends object>(properties: object, description: string) =>
  Type.Unsafe<Value | null>({ type: ['object', 'null'], description, properties, required: Object.keys(properties) });

const Relay = Type.Object({
  relay: Type.String({ description: 'As `smtp://host:port`.' }),
  attempts: count('Attempts in which it was used, tried, or left alone because it had failed before.'),
  deferred: count('Those in which it put the email off.'),
  failed: count('Those in which it could not be used, was left alone for that, or said nothing at the end.'),
  newest_failed: Type.Boolean({ description: 'Whether all of the newest three attempts failed.' }),
  median_ms: Type.Unsafe<number | null>({
    type: ['integer', 'null'],
    description: 'Milliseconds that half of the attempts that it answered took at most.',
  }),
  last_answer: nullable<{ at: string; email_id: string }>(evidence, 'When it answered last, whatever it said about the email.'),
  last_failure: nullable<{ at: string; email_id: string; reason: string; message: string }>(
    {
      ...evidence,
      reason: Type.String({ description: 'A word for the cause.' }),
      message: Type.String({ description: 'The cause for people.' }),
    },
    'When it was of no use last, and why.',
  ),
});

/** How things stand. */
export const Now = Type.Object({
  at: Type.String({ description: 'When this was read, ISO 8601.' }),
  unfinished: Type.Object(
    {
      scheduled: count('Their time has not come.'),
      queued: count('Waiting for a worker.'),
      sending: count('An attempt is open.'),
      deferred: count('Temporarily refused.'),
      in_doubt: count('Held for a person.'),
    },
    { description: 'Emails that are not finished, by status; 10001 stands for more than 10000.' },
  ),
  overdue: nullable<{ email_id: string; since: string }>(
    {
      email_id: Type.String({ description: 'Its id.' }),
      since: Type.String({ description: 'Since when it could be attempted, ISO 8601.' }),
    },
    'The email that is overdue longest.',
  ),
  last_minute: Type.Object(
    {
      from: Type.String({ description: 'Its beginning, ISO 8601; it ends at `at`.' }),
      accepted: count('Emails accepted.'),
      sent: count('Those of them that are sent by now.'),
    },
    { description: 'The emails accepted in the last 60 seconds; 10001 stands for more than 10000.' },
  ),
  relays: Type.Array(Relay, {
    description: 'The relays that the last attempts of the last hour used or tried. Nothing is known of others.',
  }),
  newest_id: time('The id of the newest email.'),
});
/** How things stand. */
export type Now = Static<typeof Now>;

/** Reads it, by indexes alone. No relay has anything to do with test mail. */
export async function readNow(database: Database, at: Date, scope: ModeScope): Promise<Now> {
  const from = new Date(at.getTime() - 60_000);
  const [unfinished, lastMinute, relays] = await Promise.all([
    readUnfinished(database, at, scope),
    countAccepted(database, { from, until: at }, MAX_COUNTED, scope),
    scope === 'all' ? readRelayHealth(database, at) : [],
  ]);
  const { overdue } = unfinished;
  return {
    at: at.toISOString(),
    unfinished: unfinished.counts,
    overdue: overdue === null ? null : { email_id: overdue.id, since: overdue.since.toISOString() },
    last_minute: { from: from.toISOString(), accepted: lastMinute.accepted, sent: lastMinute.sent },
    relays: relays.map(presentRelay),
    newest_id: unfinished.newestId,
  };
}

function presentRelay({ newestFailed, medianMs, lastAnswer, lastFailure, ...relay }: RelayHealth): Static<typeof Relay> {
  return {
    ...relay,
    newest_failed: newestFailed,
    median_ms: medianMs,
    last_answer: lastAnswer === null ? null : { at: lastAnswer.at.toISOString(), email_id: lastAnswer.emailId },
    last_failure:
      lastFailure === null
        ? null
        : {
            at: lastFailure.at.toISOString(),
            email_id: lastFailure.emailId,
            reason: lastFailure.reason,
            message: lastFailure.message,
          },
  };
}
