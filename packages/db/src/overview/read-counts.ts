/** What happened over time. */
import type { Database } from '../database.ts';
import { COUNTS, type EventCounts } from './event-counts.ts';

/** Events since the last counted minute are counted one by one, but not further back than this. */
const LONGEST_TAIL_MS = 10 * 60_000;

/** Counts of one stretch of time, which begins at `at`. */
export type CountsAt = EventCounts & { readonly at: Date };

/**
 * The counts from `from` on, in steps of `stepMs` milliseconds, whole minutes; steps in which nothing
 * happened are left out. Complete as long as a worker runs, which counts the minutes.
 */
export async function readCountsOverTime(database: Database, from: Date, stepMs: number, now: Date): Promise<CountsAt[]> {
  const progress = await database.countProgress.findUnique({ where: { id: 1 } });
  const counted = progress?.countedUntil.getTime() ?? 0;
  const tailFrom = new Date(Math.max(from.getTime(), counted, now.getTime() - LONGEST_TAIL_MS));
  const step = `${String(stepMs)} milliseconds`;
  const steps = await Promise.all([
    database.$queryRaw<CountsAt[]>`
      SELECT date_bin(${step}::interval, minute, ${from}) AS at, sum(accepted)::int AS accepted, sum(sent)::int AS sent,
        sum(deferred)::int AS deferred, sum(bounced)::int AS bounced, sum(failed)::int AS failed
      FROM "MinuteCount" WHERE minute >= ${from} AND minute < ${tailFrom} GROUP BY 1`,
    database.$queryRaw<CountsAt[]>`
      SELECT date_bin(${step}::interval, at, ${from}) AS at, ${COUNTS} FROM "EmailEvent" WHERE at >= ${tailFrom} GROUP BY 1`,
  ]);
  const sums = new Map<number, CountsAt>();
  for (const one of steps.flat()) sums.set(one.at.getTime(), add(sums.get(one.at.getTime()), one));
  return [...sums.values()].sort((one, other) => one.at.getTime() - other.at.getTime());
}

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
