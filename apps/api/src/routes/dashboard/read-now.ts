/** The current state of the deployment. */
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

/** The attempt that shows a relay's last success or failure. */
const evidence = {
  at: Type.String({ description: 'When it happened, in ISO 8601.' }),
  email_id: Type.String({ description: 'The email that was attempted.' }),
};
const nullable = <Value extends object>(properties: object, description: string) =>
  Type.Unsafe<Value | null>({ type: ['object', 'null'], description, properties, required: Object.keys(properties) });

const Relay = Type.Object({
  relay: Type.String({ description: 'The relay as `smtp://host:port`.' }),
  attempts: count('Attempts that used it, tried it, or skipped it because of earlier failures.'),
  deferred: count('Attempts in which it deferred the email.'),
  failed: count('Attempts in which it was unusable, was skipped because of earlier failures, or gave no final reply.'),
  newest_failed: Type.Boolean({ description: 'Whether all of the newest three attempts failed.' }),
  median_ms: Type.Unsafe<number | null>({
    type: ['integer', 'null'],
    description: 'The median duration of the attempts it replied to, in milliseconds.',
  }),
  last_answer: nullable<{ at: string; email_id: string }>(evidence, 'Its last reply, whatever the result for the email.'),
  last_failure: nullable<{ at: string; email_id: string; reason: string; message: string }>(
    {
      ...evidence,
      reason: Type.String({ description: 'A reason code.' }),
      message: Type.String({ description: 'A human-readable explanation.' }),
    },
    'Its last failure, with the reason.',
  ),
});

/** The current state. */
export const Now = Type.Object({
  at: Type.String({ description: 'When this state was read, in ISO 8601.' }),
  unfinished: Type.Object(
    {
      scheduled: count('Emails scheduled for later.'),
      queued: count('Emails waiting for a worker.'),
      sending: count('Emails with an attempt in progress.'),
      deferred: count('Emails waiting for a retry.'),
      in_doubt: count('Emails waiting to be resolved manually.'),
    },
    { description: 'Unfinished emails by status; 10001 means more than 10000.' },
  ),
  overdue: nullable<{ email_id: string; since: string }>(
    {
      email_id: Type.String({ description: 'The id of the email.' }),
      since: Type.String({ description: 'When its next attempt was due, in ISO 8601.' }),
    },
    'The email that is overdue longest; null if none is.',
  ),
  last_minute: Type.Object(
    {
      from: Type.String({ description: 'The start of the minute, in ISO 8601; it ends at `at`.' }),
      accepted: count('The number of emails accepted.'),
      sent: count('The number of these emails that are sent by now.'),
    },
    { description: 'The emails accepted in the last 60 seconds; 10001 means more than 10000.' },
  ),
  relays: Type.Array(Relay, {
    description: 'The relays that the latest attempts of the last hour used or tried. Other relays are not listed.',
  }),
  newest_id: time('The id of the newest email.'),
});
/** The current state. */
export type Now = Static<typeof Now>;

/** Reads the state with index scans only. Without relays for test scope, since test mail uses none. */
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
