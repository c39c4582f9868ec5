/** What happened over time, and what became of the emails of that time. */
import { countAccepted, NO_EVENTS, readCountsOverTime, type Database, type ModeScope } from '@sendoff/db';
import Type, { type Static } from 'typebox';

const MINUTE_MS = 60_000;

/** The ranges: how long a step is, in milliseconds, and how many there are. */
export const RANGES = {
  hour: { stepMs: MINUTE_MS, steps: 60 },
  day: { stepMs: 15 * MINUTE_MS, steps: 96 },
  week: { stepMs: 120 * MINUTE_MS, steps: 84 },
} as const;
/** Emails of a range are counted up to this many in each status; one more stands for any number beyond. */
const MAX_COUNTED = 100_000;
/** The name of a range. */
export type Range = keyof typeof RANGES;

const count = (description: string) => Type.Integer({ description });
const counts = {
  accepted: count('Emails accepted.'),
  sent: count('Emails sent.'),
  deferred: count('Deferrals; an email that is deferred twice counts twice.'),
  bounced: count('Emails bounced.'),
  failed: count('Emails given up or suppressed.'),
};

/** What happened over time. */
export const Series = Type.Object({
  step_seconds: count('How long a step is.'),
  points: Type.Array(Type.Object({ at: Type.String({ description: 'Its beginning, ISO 8601.' }), ...counts }), {
    description: 'Every step of the range, the oldest first: events by the time at which they happened.',
  }),
  emails: Type.Object(
    {
      from: Type.String({ description: 'The beginning of the range, ISO 8601.' }),
      until: Type.String({ description: 'Its end.' }),
      accepted: count('All of them.'),
      simulated: count('Those of the sandbox, which are in no other count but `accepted`.'),
      sent: count('Those that are sent by now.'),
      deferred: count('Those that wait for their next attempt.'),
      bounced: count('Those that were refused.'),
      failed: count('Those that were given up.'),
      suppressed: count('Those of which every recipient is suppressed.'),
    },
    {
      description:
        'The emails that were accepted in the range, by where they stand now, as `GET /emails` lists them by status, mode and time; ' +
        '100001 stands for more than 100000.',
    },
  ),
});
/** What happened over time. */
export type Series = Static<typeof Series>;

/** Reads the range that ends at `now`; its last step is not over yet. */
export async function readSeries(database: Database, range: Range, now: Date, scope: ModeScope): Promise<Series> {
  const { stepMs, steps } = RANGES[range];
  const from = Math.floor(now.getTime() / stepMs) * stepMs - (steps - 1) * stepMs;
  const begin = new Date(from);
  const [found, emails] = await Promise.all([
    readCountsOverTime(database, { from: begin, stepMs, now, scope }),
    countAccepted(database, { from: begin, until: now }, MAX_COUNTED, scope),
  ]);
  const byTime = new Map(found.map(({ at, ...some }) => [at.getTime(), some]));
  const points = Array.from({ length: steps }, (_, n) => from + n * stepMs).map((at) => ({
    at: new Date(at).toISOString(),
    ...(byTime.get(at) ?? NO_EVENTS),
  }));
  return {
    step_seconds: stepMs / 1000,
    points,
    emails: { from: begin.toISOString(), until: now.toISOString(), ...emails },
  };
}
