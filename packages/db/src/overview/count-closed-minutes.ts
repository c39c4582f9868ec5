/** Moves what has happened from the table of events into counts by the minute. */
import { LONG_TRANSACTION, type Database } from '../database.ts';
import type { Prisma } from '../generated/client.ts';
import { COUNTS } from './event-counts.ts';

/**
 * A minute is counted when it has been over for so long. An event has the time at which its transaction
 * began, so it can appear later than that; no transaction of ours takes longer.
 */
const SETTLED_MS = LONG_TRANSACTION.timeout + 5000;
/** Counted in one transaction. */
const STRETCH_MS = 3_600_000;
/** What happened longer ago than this is not counted when counting begins. */
const FIRST_DAYS = 8;
/** Counts are kept for so long. */
const KEPT_DAYS = 31;
/** Names the lock: of several workers one counts at a time. */
const LOCK = 7_304_117;

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

    const settled = startOfMinute(now.getTime() - SETTLED_MS);
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
  }, LONG_TRANSACTION);
}

async function firstUncounted(transaction: Prisma.TransactionClient, now: Date, settled: Date): Promise<Date> {
  const progress = await transaction.countProgress.findUnique({ where: { id: 1 } });
  if (progress !== null) return progress.countedUntil;
  // Ids sort by time, so the first event in their order is as good as the oldest.
  const [oldest] = await transaction.$queryRaw<{ at: Date }[]>`SELECT at FROM "EmailEvent" ORDER BY "emailId", n LIMIT 1`;
  return startOfMinute(Math.max(oldest?.at.getTime() ?? settled.getTime(), daysBefore(now, FIRST_DAYS).getTime()));
}

const startOfMinute = (time: number): Date => new Date(Math.floor(time / 60_000) * 60_000);
const daysBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * 86_400_000);
