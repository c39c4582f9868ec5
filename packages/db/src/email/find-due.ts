/** Finds emails that should be under way by now. */
import type { Database } from '../database.ts';

/** An email that is due, as a job for it needs it. */
export interface DueEmail {
  readonly id: string;
  readonly generation: number;
  readonly nextAttemptAt: Date;
}

/**
 * Emails whose next attempt is due by `dueBefore`, oldest first, from the partial index of what is
 * not finished. `after` is the last one of the page before.
 */
export async function findDue(
  database: Database,
  { dueBefore, after, limit }: { readonly dueBefore: Date; readonly after?: DueEmail | undefined; readonly limit: number },
): Promise<DueEmail[]> {
  return database.$queryRaw<DueEmail[]>`
    SELECT id::text, generation, "nextAttemptAt" FROM "EmailRecord"
    WHERE status IN ('scheduled', 'queued', 'deferred') AND "nextAttemptAt" <= ${dueBefore}
      AND ("nextAttemptAt", id) > (${after?.nextAttemptAt ?? new Date(0)}::timestamptz, ${after?.id ?? NIL_UUID}::uuid)
    ORDER BY "nextAttemptAt", id LIMIT ${limit}`;
}

const NIL_UUID = '00000000-0000-0000-0000-000000000000';
