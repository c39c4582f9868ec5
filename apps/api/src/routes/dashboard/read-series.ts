/** Event counts over time, and the current status of the emails accepted in that time. */
import { countAccepted, NO_EVENTS, readCountsOverTime, type Database, type ModeScope } from '@sendoff/db';
import Type, { type Static } from 'typebox';

const MINUTE_MS = 60_000;

/** The ranges: how long a step is, in milliseconds, and how many there are. */
export const RANGES = {
  hour: { stepMs: MINUTE_MS, steps: 60 },
  day: { stepMs: 15 * MINUTE_MS, steps: 96 },
  week: { stepMs: 120 * MINUTE_MS, steps: 84 },
} as const;
/** Emails of a range are counted up to this number in each status; one more means any number beyond. */
const MAX_COUNTED = 100_000;
/** The name of a range. */
export type Range = keyof typeof RANGES;

const count = (description: string) => Type.Integer({ description });
const counts = {
  accepted: count('The number of emails accepted.'),
  sent: count('The number of emails sent.'),
  deferred: count('The number of deferrals; an email that is deferred twice counts twice.'),
  bounced: count('The number of emails bounced.'),
  failed: count('The number of emails that failed or were suppressed.'),
};

/** Counts over time. */
export const Series = Type.Object({
  step_seconds: count('The length of a step in seconds.'),
  points: Type.Array(Type.Object({ at: Type.String({ description: 'The start of the step, in ISO 8601.' }), ...counts }), {
    description: 'Every step of the range, oldest first, with its events.',
  }),
  emails: Type.Object(
    {
      from: Type.String({ description: 'The start of the range, in ISO 8601.' }),
      until: Type.String({ description: 'The end of the range, in ISO 8601.' }),
      accepted: count('All emails accepted in the range.'),
      simulated: count('Emails simulated in the sandbox. They are counted only here and in `accepted`.'),
      sent: count('Emails that are sent by now.'),
      deferred: count('Emails waiting for a retry.'),
      bounced: count('Emails that bounced.'),
      failed: count('Emails that failed.'),
      suppressed: count('Emails whose recipients are all suppressed.'),
    },
    {
      description:
        'The emails accepted in the range, by current status, as `GET /emails` lists them by status, mode and time; 100001 ' +
        'means more than 100000.',
    },
  ),
});
/** Counts over time. */
export type Series = Static<typeof Series>;

/** Reads the range that ends at `now`; its last step is still incomplete. */
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
