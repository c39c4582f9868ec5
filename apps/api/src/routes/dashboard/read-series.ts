/** What happened over time. */
import { NO_EVENTS, readCountsOverTime, type Database } from '@sendoff/db';
import Type, { type Static } from 'typebox';

const MINUTE_MS = 60_000;

/** The ranges: how long a step is, in milliseconds, and how many there are. */
export const RANGES = {
  hour: { stepMs: MINUTE_MS, steps: 60 },
  day: { stepMs: 15 * MINUTE_MS, steps: 96 },
  week: { stepMs: 120 * MINUTE_MS, steps: 84 },
} as const;
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
    description: 'Every step of the range, the oldest first.',
  }),
  totals: Type.Object(counts, { description: 'The sums over the range.' }),
});
/** What happened over time. */
export type Series = Static<typeof Series>;

/** Reads the range that ends at `now`; its last step is not over yet. */
export async function readSeries(database: Database, range: Range, now: Date): Promise<Series> {
  const { stepMs, steps } = RANGES[range];
  const from = Math.floor(now.getTime() / stepMs) * stepMs - (steps - 1) * stepMs;
  const found = await readCountsOverTime(database, new Date(from), stepMs, now);
  const byTime = new Map(found.map(({ at, ...some }) => [at.getTime(), some]));
  const points = Array.from({ length: steps }, (_, n) => from + n * stepMs).map((at) => ({
    at: new Date(at).toISOString(),
    ...(byTime.get(at) ?? NO_EVENTS),
  }));
  const sum = (name: keyof typeof counts) => points.reduce((total, point) => total + point[name], 0);
  return {
    step_seconds: stepMs / 1000,
    points,
    totals: {
      accepted: sum('accepted'),
      sent: sum('sent'),
      deferred: sum('deferred'),
      bounced: sum('bounced'),
      failed: sum('failed'),
    },
  };
}
