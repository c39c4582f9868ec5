import type { Database } from '../database.ts';

/**
 * Prolongs the leases of the attempts that `worker` has under way.
 *
 * @param leaseMs milliseconds from now.
 * @returns how many were prolonged.
 */
export async function renewLeases(
  database: Database,
  worker: string,
  emailIds: readonly string[],
  leaseMs: number,
): Promise<number> {
  if (emailIds.length === 0) return 0;
  // A row that is locked is having its outcome recorded, and needs no lease any more.
  return database.$executeRaw`
    UPDATE "EmailRecord" SET "leaseUntil" = now() + ${leaseMs}::int * interval '1 ms'
    WHERE id IN (
      SELECT id FROM "EmailRecord"
      WHERE id = ANY (${emailIds}::uuid[]) AND status = 'sending' AND "leaseOwner" = ${worker}
      ORDER BY id FOR NO KEY UPDATE SKIP LOCKED
    )`;
}
