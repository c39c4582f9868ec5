/** Counts the emails accepted in a time range by their current status, consistent with the filters of the list. */
import { modeIsIn, type ModeScope } from '../api-key/mode-scope.ts';
import type { Database } from '../database.ts';
import { Prisma } from '../generated/client.ts';
import type { EmailStatus } from '../generated/enums.ts';
import { firstIdAt } from '../new-id.ts';

/** Statuses that are counted. */
const COUNTED = ['sent', 'deferred', 'bounced', 'failed', 'suppressed'] as const satisfies readonly EmailStatus[];

/** Emails of one time range. */
export interface AcceptedCounts extends Readonly<Record<(typeof COUNTED)[number], number>> {
  /** All of them, in any status. */
  readonly accepted: number;
  /** Those that the sandbox simulates; besides this, only `accepted` includes them. */
  readonly simulated: number;
}

/** Emails accepted at `from` or later, and before `until`. */
export interface TimeRange {
  readonly from: Date;
  readonly until: Date;
}

/**
 * Counts by the indexes of the lists, each count up to `most`; `most + 1` means more. The cost depends on the counts, not on
 * the size of the table.
 */
export async function countAccepted(
  database: Database,
  range: TimeRange,
  most: number,
  scope: ModeScope,
): Promise<AcceptedCounts> {
  const [counts] = await database.$queryRaw<AcceptedCounts[]>`
    SELECT ${count(range, most, modeIsIn(scope, Prisma.sql`email.mode`))} AS accepted,
      ${count(range, most, Prisma.sql`email.mode = 'test'`)} AS simulated,
      ${Prisma.join(
        COUNTED.map((status) => {
          const condition = Prisma.sql`email.status = ${status}::"EmailStatus" AND email.mode = 'live'`;
          // The scope has no live mail, so the query is skipped.
          if (scope === 'test') return Prisma.sql`0 AS ${Prisma.raw(status)}`;
          return Prisma.sql`${count(range, most, condition)} AS ${Prisma.raw(status)}`;
        }),
      )}`;
  return counts ?? NONE;
}

const NONE: AcceptedCounts = { accepted: 0, sent: 0, deferred: 0, bounced: 0, failed: 0, suppressed: 0, simulated: 0 };

/** The ORDER BY makes the planner use the index, even when it expects enough matches anywhere in the table. */
const count = ({ from, until }: TimeRange, most: number, condition: Prisma.Sql): Prisma.Sql => Prisma.sql`(
  SELECT count(*)::int FROM (
    SELECT FROM "EmailRecord" AS email
    WHERE ${condition} AND email.id >= ${firstIdAt(from)}::uuid AND email.id < ${firstIdAt(until)}::uuid
    ORDER BY email.id DESC LIMIT ${most + 1}
  ) AS found
)`;
