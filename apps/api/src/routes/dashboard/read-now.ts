/** How things stand at this moment. */
import { readRecentCounts, readRelayHealth, readUnfinished, type Database } from '@sendoff/db';
import Type, { type Static } from 'typebox';

const count = (description: string) => Type.Integer({ description });
const time = (description: string) => Type.Unsafe<string | null>({ type: ['string', 'null'], description });

const Relay = Type.Object({
  relay: Type.String({ description: 'As `smtp://host:port`.' }),
  attempts: count('Finished attempts among the last thousand of the last hour.'),
  sent: count('Attempts that it took.'),
  deferred: count('Attempts that it put off.'),
  bounced: count('Attempts that it refused for good.'),
  troubled: count('Attempts in which it could not be used, or said nothing at the end.'),
  median_ms: count('Milliseconds that half of the attempts took at most.'),
  last_attempt_at: Type.String({ description: 'ISO 8601.' }),
  last_trouble: time('What the last attempt in trouble met.'),
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
  overdue_since: time('Since when the email that is overdue longest could be attempted, ISO 8601.'),
  last_minute: Type.Object(
    { accepted: count('Emails accepted.'), sent: count('Emails sent.') },
    { description: 'What happened in the last 60 seconds.' },
  ),
  relays: Type.Array(Relay, { description: 'The relays of the last attempts.' }),
  newest_id: time('The id of the newest email.'),
});
/** How things stand. */
export type Now = Static<typeof Now>;

/** Reads it, by indexes alone. */
export async function readNow(database: Database, at: Date): Promise<Now> {
  const [unfinished, lastMinute, relays] = await Promise.all([
    readUnfinished(database, at),
    readRecentCounts(database, new Date(at.getTime() - 60_000)),
    readRelayHealth(database, at),
  ]);
  return {
    at: at.toISOString(),
    unfinished: unfinished.counts,
    overdue_since: unfinished.overdueSince?.toISOString() ?? null,
    last_minute: { accepted: lastMinute.accepted, sent: lastMinute.sent },
    relays: relays.map(({ medianMs, lastAttemptAt, lastTrouble, ...relay }) => ({
      ...relay,
      median_ms: medianMs,
      last_attempt_at: lastAttemptAt.toISOString(),
      last_trouble: lastTrouble,
    })),
    newest_id: unfinished.newestId,
  };
}
