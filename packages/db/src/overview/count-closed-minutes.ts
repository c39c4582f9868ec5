/** Moves what has happened from the table of events into counts by the minute. */
import { LONG_TRANSACTION, type Database } from '../database.ts';
import type { Prisma } from '../generated/client.ts';
import { COUNTS } from './event-counts.ts';

/**
 * A minute is counted when it has been over for so long, and when no transaction is open that could still add to it:
 * an event has the time at which its transaction began.
 */
const SETTLED_MS = LONG_TRANSACTION.timeout + 5000;
/** A transaction that has written nothing for so long will write no event; it reads, as a backup does, perhaps for hours. */
const READS_ONLY_AFTER_MS = 5 * 60_000;
/** Counted in one transaction. */
const STRETCH_MS = 3_600_000;
/** What happened longer ago than this is not counted when counting begins. */
const FIRST_DAYS = 8;
/** Counts are kept for so long. */
const KEPT_DAYS = 31;
/** Names the lock: of several workers one counts at a time. */
const LOCK = 7_304_117;

/** Each statement is to see what was committed before it, and not only what was when the first one began. */
const COUNTING = { ...LONG_TRANSACTION, isolationLevel: 'ReadCommitted' } as const;

/** How far it has come: `behind` when another call has more to count, `busy` when another worker is at it. */
export type CountingState = 'done' | 'behind' | 'busy';

/**
 * Counts the minutes that are over and not yet counted, an hour of them at most.
 *
 * The index on the time of events finds them: what this costs depends on how much happened, and not on
 * how many events there are.
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
  // Ids sort by time, so the first event in their order is as good as the oldest.
  const [oldest] = await transaction.$queryRaw<{ at: Date }[]>`SELECT at FROM "EmailEvent" ORDER BY "emailId", n LIMIT 1`;
  return startOfMinute(Math.max(oldest?.at.getTime() ?? settled.getTime(), daysBefore(now, FIRST_DAYS).getTime()));
}

/**
 * When the oldest transaction began that has written something or may still do so; `now` where there is none. What
 * commits after this was read has begun later, or is seen by the statement that counts, whose snapshot is taken later.
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
