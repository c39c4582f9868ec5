/** Finds due emails. */
import type { Database } from '../database.ts';
import { Prisma } from '../generated/client.ts';

/** A due email. */
export interface DueEmail {
  readonly id: string;
  readonly generation: number;
  readonly nextAttemptAt: Date;
  /** The trace in which it was accepted, if any. */
  readonly traceparent: string | null;
}

/** The page to read; `after` is the last email of the previous page. */
export interface DueRange {
  readonly dueBefore: Date;
  readonly after?: Pick<DueEmail, 'id' | 'nextAttemptAt'> | undefined;
  readonly limit: number;
}

/** Emails whose next attempt is due by `dueBefore`, oldest first, read from the partial index of unfinished emails. */
export async function findDue(database: Database, range: DueRange): Promise<DueEmail[]> {
  return database.$queryRaw<DueEmail[]>(dueEmails(range));
}

/** The query, exported so that a test can check its plan. */
export const dueEmails = ({ dueBefore, after, limit }: DueRange): Prisma.Sql => Prisma.sql`
  SELECT id::text, generation, "nextAttemptAt", traceparent FROM "EmailRecord"
  WHERE status IN ('scheduled', 'queued', 'deferred') AND "nextAttemptAt" <= ${dueBefore}
    AND ("nextAttemptAt", id) > (${after?.nextAttemptAt ?? new Date(0)}::timestamptz, ${after?.id ?? NIL_UUID}::uuid)
  -- Qualified: "id" alone would be the text column above, which the index is not ordered by.
  ORDER BY "EmailRecord"."nextAttemptAt", "EmailRecord".id LIMIT ${limit}`;

const NIL_UUID = '00000000-0000-0000-0000-000000000000';
