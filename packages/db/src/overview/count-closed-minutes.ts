/** Aggregates the table of events into counts per minute. */
import { LONG_TRANSACTION, type Database } from '../database.ts';
import type { Prisma } from '../generated/client.ts';
import { COUNTS } from './event-counts.ts';

/**
 * A minute is counted once it ended this long ago and no open transaction can still add events to it: the time of an event is
 * the start of its transaction.
 */
const SETTLED_MS = LONG_TRANSACTION.timeout + 5000;
/** A transaction that has written nothing for this long is assumed to be read-only, such as a backup, which may take hours. */
const READS_ONLY_AFTER_MS = 5 * 60_000;
/** Time range counted in one transaction. */
const STRETCH_MS = 3_600_000;
/** Older events are not counted when counting starts for the first time. */
const FIRST_DAYS = 8;
/** Retention of the counts. */
const KEPT_DAYS = 31;
/** Advisory lock, so that only one worker counts at a time. */
const LOCK = 7_304_117;

/** Each statement must see everything committed before it, not only the snapshot of the first one. */
const COUNTING = { ...LONG_TRANSACTION, isolationLevel: 'ReadCommitted' } as const;

/** The result: `behind` when there is more to count, `busy` when another worker is counting. */
export type CountingState = 'done' | 'behind' | 'busy';

/**
 * Counts the finished minutes that are not counted yet, at most an hour of them.
 *
 * Uses the index on event times, so the cost depends on the number of new events, not on the size of the table.
 */
export async function countClosedMinutes(database: Database, now: Date): Promise<CountingState> {
  return database.$transaction(async (transaction): Promise<CountingState> => {
    const [lock] = await transaction.$queryRaw<{ free: boolean }[]>`SELECT pg_try_advisory_xact_lock(${LOCK}) AS free`;
    if (lock?.free !== true) return 'busy';

    const settled = startOfMinute(Math.min(now.getTime() - SETTLED_MS, await oldestWriter(transaction, now)));
    const from = await firstUncounted(transaction, now, settled);
    const until = new Date(Math.min(settled.getTime(), from.getTime() + STRETCH_MS));
    if (until <= from) return 'done';

    await transaction.$executeRaw`
      INSERT INTO "MinuteCount" (minute, accepted, sent, deferred, bounced, failed)
      SELECT date_trunc('minute', at) AS minute, ${COUNTS} FROM "EmailEvent" WHERE at >= ${from} AND at < ${until}
      GROUP BY 1
      ON CONFLICT (minute) DO NOTHING`;
    await transaction.countProgress.upsert({
      where: { id: 1 },
      create: { id: 1, countedUntil: until },
      update: { countedUntil: until },
    });
    await transaction.minuteCount.deleteMany({ where: { minute: { lt: daysBefore(now, KEPT_DAYS) } } });
    return until < settled ? 'behind' : 'done';
  }, COUNTING);
}

async function firstUncounted(transaction: Prisma.TransactionClient, now: Date, settled: Date): Promise<Date> {
  const progress = await transaction.countProgress.findUnique({ where: { id: 1 } });
  if (progress !== null) return progress.countedUntil;
  // Email ids sort by time, so the first event by id is about the oldest.
  const [oldest] = await transaction.$queryRaw<{ at: Date }[]>`SELECT at FROM "EmailEvent" ORDER BY "emailId", n LIMIT 1`;
  return startOfMinute(Math.max(oldest?.at.getTime() ?? settled.getTime(), daysBefore(now, FIRST_DAYS).getTime()));
}

/**
 * When the oldest transaction began that has written or may still write; `now` when there is none. A transaction missing here
 * either begins later, or has committed before the snapshot of the counting statement.
 */
async function oldestWriter(transaction: Prisma.TransactionClient, now: Date): Promise<number> {
  const [oldest] = await transaction.$queryRaw<{ since: Date | null }[]>`
    SELECT min(xact_start) AS since FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'
      AND (backend_xid IS NOT NULL OR xact_start > now() - ${READS_ONLY_AFTER_MS} * interval '1 ms')`;
  return Math.min(oldest?.since?.getTime() ?? Infinity, now.getTime());
}

const startOfMinute = (time: number): Date => new Date(Math.floor(time / 60_000) * 60_000);
const daysBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * 86_400_000);
