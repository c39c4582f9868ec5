/** Finds emails that fall due soon. */
import type { Database } from '../database.ts';
import { Prisma } from '../generated/client.ts';
import { runPrepared } from '../prepared-statement.ts';

/** An email that is due at a later time. */
export interface UpcomingEmail {
  readonly id: string;
  readonly generation: number;
  /** Milliseconds until it is due, by the clock of the database; 0 when it already is. */
  readonly dueInMs: number;
  /** The trace in which it was accepted, if any. */
  readonly traceparent: string | null;
}

/** A position in the order in which emails fall due. */
export interface DuePosition {
  readonly at: Date;
  readonly id: string;
}

/** The range to read. */
export interface UpcomingRange {
  /** Where the previous read ended. */
  readonly after: DuePosition;
  /** How far ahead to read. */
  readonly aheadMs: number;
  readonly limit: number;
}

/** The emails found, and where the next read begins. */
export interface Upcoming {
  readonly emails: readonly UpcomingEmail[];
  readonly lookedUntil: DuePosition;
}

/** Before every other position. */
export const NOT_LOOKED_YET: DuePosition = { at: new Date(0), id: '00000000-0000-0000-0000-000000000000' };
/** After all emails of the same moment. */
const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/**
 * Continues reading in the order in which emails fall due, up to `aheadMs` from now. Emails overdue by more than ten seconds
 * are left to the sweep, and emails queued without a delay to their job.
 */
export async function findUpcoming(database: Database, range: UpcomingRange): Promise<Upcoming> {
  const rows = await runPrepared<UpcomingRow>(database, upcomingEmails(range));
  const found = rows.filter((row): row is FoundRow => row.id !== null);
  const last = found.length === range.limit ? found.at(-1) : undefined;
  const lookedUntil =
    last === undefined ? { at: rows[0]?.until ?? range.after.at, id: LAST_ID } : { at: last.dueAt, id: last.id };
  return {
    emails: found.map(({ id, generation, dueInMs, traceparent }) => ({ id, generation, dueInMs, traceparent })),
    lookedUntil,
  };
}

type FoundRow = UpcomingEmail & { readonly until: Date; readonly dueAt: Date };
/** A single row without an email when none was found. */
type UpcomingRow = FoundRow | { readonly until: Date; readonly id: null };

/** The query, exported so that a test can check its plan. */
export const upcomingEmails = ({ after, aheadMs, limit }: UpcomingRange): Prisma.Sql => Prisma.sql`
  -- prepared: find_upcoming
  WITH span AS (
    SELECT greatest(${after.at.toISOString()}::timestamptz, now() - interval '10 s') AS since,
      date_trunc('milliseconds', now() + ${aheadMs}::int * interval '1 ms') AS until
  )
  SELECT span.until, email.* FROM span LEFT JOIN LATERAL (
    SELECT id::text, generation, traceparent, "nextAttemptAt" AS "dueAt",
      greatest(ceil(extract(epoch FROM "nextAttemptAt" - now()) * 1000), 0)::int AS "dueInMs"
    FROM "EmailRecord"
    WHERE status IN ('scheduled', 'queued', 'deferred') AND (status <> 'queued' OR "postponedReason" IS NOT NULL)
      AND "nextAttemptAt" <= span.until AND ("nextAttemptAt", id) > (span.since, ${after.id}::uuid)
    -- Qualified: "id" alone would be the text column above, which the index is not ordered by.
    ORDER BY "EmailRecord"."nextAttemptAt", "EmailRecord".id LIMIT ${limit}
  ) AS email ON true`;
