/** Reads event counts over time. */
import type { ModeScope } from '../api-key/mode-scope.ts';
import type { Database } from '../database.ts';
import { Prisma } from '../generated/client.ts';
import { firstIdAt } from '../new-id.ts';
import { COUNTS, NO_EVENTS, type EventCounts } from './event-counts.ts';

/** Events since the last counted minute are counted directly, going back at most this far. */
const MAX_TAIL_MS = 10 * 60_000;
/** Test mail is counted directly, up to this many of the newest emails. */
const MAX_TEST_MAIL = 100_000;

/** Counts of the step that begins at `at`. */
export type CountsAt = EventCounts & { readonly at: Date };

/** The counts to read. */
export interface CountsRange {
  readonly from: Date;
  /** Length of a step in milliseconds; whole minutes. */
  readonly stepMs: number;
  readonly now: Date;
  readonly scope: ModeScope;
}

/**
 * The counts from `from` on, in steps of `stepMs`; steps without events are omitted. Complete as long as a worker runs and
 * counts the minutes. For test mail only `accepted` is counted, since it is simulated.
 */
export async function readCountsOverTime(database: Database, { from, stepMs, now, scope }: CountsRange): Promise<CountsAt[]> {
  if (scope === 'test') return countTestMail(database, from, stepMs);
  const progress = await database.countProgress.findUnique({ where: { id: 1 } });
  const counted = progress?.countedUntil.getTime() ?? 0;
  const tailFrom = new Date(Math.max(from.getTime(), counted, now.getTime() - MAX_TAIL_MS));
  const step = stepOf(stepMs);
  const steps = await Promise.all([
    database.$queryRaw<CountsAt[]>`
      SELECT date_bin(${step}, minute, ${from}) AS at, sum(accepted)::int AS accepted, sum(sent)::int AS sent,
        sum(deferred)::int AS deferred, sum(bounced)::int AS bounced, sum(failed)::int AS failed
      FROM "MinuteCount" WHERE minute >= ${from} AND minute < ${tailFrom} GROUP BY 1`,
    database.$queryRaw<CountsAt[]>`
      SELECT date_bin(${step}, at, ${from}) AS at, ${COUNTS} FROM "EmailEvent" WHERE at >= ${tailFrom} GROUP BY 1`,
  ]);
  const sums = new Map<number, CountsAt>();
  for (const one of steps.flat()) sums.set(one.at.getTime(), add(sums.get(one.at.getTime()), one));
  return [...sums.values()].sort((one, other) => one.at.getTime() - other.at.getTime());
}

/** Uses the index of test mail, because the counts per minute include all mail. */
async function countTestMail(database: Database, from: Date, stepMs: number): Promise<CountsAt[]> {
  const steps = await database.$queryRaw<{ readonly at: Date; readonly accepted: number }[]>`
    SELECT date_bin(${stepOf(stepMs)}, "createdAt", ${from}) AS at, count(*)::int AS accepted FROM (
      SELECT "createdAt" FROM "EmailRecord"
      WHERE mode = 'test' AND id >= ${firstIdAt(from)}::uuid ORDER BY id DESC LIMIT ${MAX_TEST_MAIL}
    ) AS email GROUP BY 1 ORDER BY 1`;
  return steps.map(({ at, accepted }) => ({ ...NO_EVENTS, at, accepted }));
}

const stepOf = (stepMs: number): Prisma.Sql => Prisma.sql`${`${String(stepMs)} milliseconds`}::interval`;

function add(one: CountsAt | undefined, other: CountsAt): CountsAt {
  if (one === undefined) return other;
  return {
    at: one.at,
    accepted: one.accepted + other.accepted,
    sent: one.sent + other.sent,
    deferred: one.deferred + other.deferred,
    bounced: one.bounced + other.bounced,
    failed: one.failed + other.failed,
  };
}
