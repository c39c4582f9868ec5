/** Finds emails that should be under way by now. */
import type { Database } from '../database.ts';
import { Prisma } from '../generated/client.ts';

/** An email that is due, with what is needed to work on it. */
export interface DueEmail {
  readonly id: string;
  readonly generation: number;
  readonly nextAttemptAt: Date;
  /** The trace that it was accepted in, if any. */
  readonly traceparent: string | null;
}

/** Which emails are looked for. `after` is the last one of the page before. */
export interface DueRange {
  readonly dueBefore: Date;
  readonly after?: Pick<DueEmail, 'id' | 'nextAttemptAt'> | undefined;
  readonly limit: number;
}

/** Emails whose next attempt is due by `dueBefore`, oldest first, from the partial index of what is not finished. */
export async function findDue(database: Database, range: DueRange): Promise<DueEmail[]> {
  return database.$queryRaw<DueEmail[]>(dueEmails(range));
}

/** The query, apart so that a test can look at its plan. */
export const dueEmails = ({ dueBefore, after, limit }: DueRange): Prisma.Sql => Prisma.sql`
  SELECT id::text, generation, "nextAttemptAt", traceparent FROM "EmailRecord"
  WHERE status IN ('scheduled', 'queued', 'deferred') AND "nextAttemptAt" <= ${dueBefore}
    AND ("nextAttemptAt", id) > (${after?.nextAttemptAt ?? new Date(0)}::timestamptz, ${after?.id ?? NIL_UUID}::uuid)
  -- Named in full: "id" alone would be the text above, by which the index is not ordered.
  ORDER BY "EmailRecord"."nextAttemptAt", "EmailRecord".id LIMIT ${limit}`;

const NIL_UUID = '00000000-0000-0000-0000-000000000000';
