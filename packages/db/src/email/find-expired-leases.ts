/** Finds attempts whose worker is gone. */
import type { Database } from '../database.ts';

/** An email in `sending` whose lease has ended. */
export interface ExpiredLease {
  readonly id: string;
  /** The number of its open attempt. */
  readonly attemptCount: number;
  readonly retryCount: number;
  readonly createdAt: Date;
  readonly scheduledAt: Date | null;
}

/** Emails whose lease ended, the longest ago first. */
export async function findExpiredLeases(database: Database, limit: number): Promise<ExpiredLease[]> {
  return database.$queryRaw<ExpiredLease[]>`
    SELECT id::text, "attemptCount", "retryCount", "createdAt", "scheduledAt" FROM "EmailRecord"
    WHERE status = 'sending' AND "leaseUntil" < now()
    ORDER BY "leaseUntil" LIMIT ${limit}`;
}
