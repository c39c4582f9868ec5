/** What is still to be done. */
import { modeIn, modeIsIn, type ModeScope } from '../api-key/mode-scope.ts';
import type { Database } from '../database.ts';
import { Prisma } from '../generated/client.ts';
import type { EmailStatus } from '../generated/enums.ts';

/** Statuses that an email leaves again, by a worker or by a person. */
export const UNFINISHED = ['scheduled', 'queued', 'sending', 'deferred', 'in_doubt'] as const satisfies readonly EmailStatus[];

/** Emails are counted up to this many in each status; one more stands for any number beyond. */
export const MAX_COUNTED = 10_000;

/** The emails that are not finished. */
export interface Unfinished {
  /** How many stand where, `MAX_COUNTED + 1` for more than that. */
  readonly counts: Readonly<Record<(typeof UNFINISHED)[number], number>>;
  /** The email that is overdue longest, and since when it could be attempted; null when none is overdue. */
  readonly overdue: { readonly id: string; readonly since: Date } | null;
  /** The newest email; null while there is none. */
  readonly newestId: string | null;
}

/** The index of what is due is one of all mail, in which test mail may come after a long backlog. */
const UNFINISHED_TEST_MAIL = Prisma.sql`(
  SELECT id, status, "nextAttemptAt" FROM "EmailRecord"
  WHERE mode = 'test' AND status IN ('scheduled', 'queued', 'deferred') LIMIT ${MAX_COUNTED + 1}
)`;

/** Reads it by indexes alone: the cost does not grow with the table, nor beyond the limit with a backlog. */
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
