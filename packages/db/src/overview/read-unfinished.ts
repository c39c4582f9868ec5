/** Reads the unfinished emails. */
import { modeIn, modeIsIn, type ModeScope } from '../api-key/mode-scope.ts';
import type { Database } from '../database.ts';
import { Prisma } from '../generated/client.ts';
import type { EmailStatus } from '../generated/enums.ts';

/** Statuses that are not final. */
export const UNFINISHED = ['scheduled', 'queued', 'sending', 'deferred', 'in_doubt'] as const satisfies readonly EmailStatus[];

/** Emails are counted up to this many per status; `MAX_COUNTED + 1` means more. */
export const MAX_COUNTED = 10_000;

/** The unfinished emails. */
export interface Unfinished {
  /** Counts by status; `MAX_COUNTED + 1` means more. */
  readonly counts: Readonly<Record<(typeof UNFINISHED)[number], number>>;
  /** The email that has been due longest, and since when; null when none is due. */
  readonly overdue: { readonly id: string; readonly since: Date } | null;
  /** The newest email; null while there is none. */
  readonly newestId: string | null;
}

/** The index of due emails covers all mail, and test mail may come after a long backlog in it. */
const UNFINISHED_TEST_MAIL = Prisma.sql`(
  SELECT id, status, "nextAttemptAt" FROM "EmailRecord"
  WHERE mode = 'test' AND status IN ('scheduled', 'queued', 'deferred') LIMIT ${MAX_COUNTED + 1}
)`;

/** Reads only indexes: the cost does not grow with the table, nor with a backlog beyond the limit. */
export async function readUnfinished(database: Database, now: Date, scope: ModeScope): Promise<Unfinished> {
  const inScope = modeIsIn(scope, Prisma.sql`email.mode`);
  const [counted, [overdue], newest] = await Promise.all([
    database.$queryRaw<{ status: (typeof UNFINISHED)[number]; count: number }[]>`
      SELECT wanted.status::text AS status, (
        SELECT count(*) FROM (
          SELECT FROM "EmailRecord" AS email WHERE email.status = wanted.status AND ${inScope} LIMIT ${MAX_COUNTED + 1}
        ) AS found
      )::int AS count FROM unnest(${UNFINISHED}::"EmailStatus"[]) AS wanted(status)`,
    database.$queryRaw<{ id: string; since: Date }[]>`
      SELECT id::text, "nextAttemptAt" AS since FROM ${scope === 'all' ? Prisma.sql`"EmailRecord"` : UNFINISHED_TEST_MAIL} AS email
      WHERE status IN ('scheduled', 'queued', 'deferred') AND "nextAttemptAt" <= ${now}
      ORDER BY "nextAttemptAt", id LIMIT 1`,
    database.emailRecord.findFirst({ where: modeIn(scope), orderBy: { id: 'desc' }, select: { id: true } }),
  ]);
  const counts = Object.fromEntries(counted.map(({ status, count }) => [status, count])) as Unfinished['counts'];
  return { counts, overdue: overdue ?? null, newestId: newest?.id ?? null };
}
