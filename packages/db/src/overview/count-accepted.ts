/** Counts the emails that were accepted in some time, by where they stand now: what a list with the same filter shows. */
import { modeIsIn, type ModeScope } from '../api-key/mode-scope.ts';
import type { Database } from '../database.ts';
import { Prisma } from '../generated/client.ts';
import type { EmailStatus } from '../generated/enums.ts';
import { firstIdAt } from '../new-id.ts';

/** Statuses that are counted. */
const COUNTED = ['sent', 'deferred', 'bounced', 'failed', 'suppressed'] as const satisfies readonly EmailStatus[];

/** Emails of one stretch of time. */
export interface AcceptedCounts extends Readonly<Record<(typeof COUNTED)[number], number>> {
  /** All of them, wherever they stand. */
  readonly accepted: number;
  /** Those that the sandbox simulates; they are in no other count but `accepted`. */
  readonly simulated: number;
}

/** The time in which emails were accepted: from `from` on, and before `until`. */
export interface TimeRange {
  readonly from: Date;
  readonly until: Date;
}

/**
 * Counts by indexes, which are the ones that the lists walk, and each count up to `most`: one more stands for any number beyond.
 * The cost grows with what is counted and ends there, whatever is in the table.
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
          // Nothing of it is in the scope: it is not even looked for.
          if (scope === 'test') return Prisma.sql`0 AS ${Prisma.raw(status)}`;
          return Prisma.sql`${count(range, most, condition)} AS ${Prisma.raw(status)}`;
        }),
      )}`;
  return counts ?? NONE;
}

const NONE: AcceptedCounts = { accepted: 0, sent: 0, deferred: 0, bounced: 0, failed: 0, suppressed: 0, simulated: 0 };

/** The order keeps the planner to the index, also where it expects to find enough anywhere in the table. */
const count = ({ from, until }: TimeRange, most: number, condition: Prisma.Sql): Prisma.Sql => Prisma.sql`(
  SELECT count(*)::int FROM (
    SELECT FROM "EmailRecord" AS email
    WHERE ${condition} AND email.id >= ${firstIdAt(from)}::uuid AND email.id < ${firstIdAt(until)}::uuid
    ORDER BY email.id DESC LIMIT ${most + 1}
  ) AS found
)`;
