import type { Database } from '../database.ts';

/**
 * Renews the leases of the running attempts of `worker`.
 *
 * @param leaseMs milliseconds from now.
 * @returns how many were renewed.
 */
export async function renewLeases(
  database: Database,
  worker: string,
  emailIds: readonly string[],
  leaseMs: number,
): Promise<number> {
  if (emailIds.length === 0) return 0;
  // A locked row is having its outcome recorded, and no longer needs a lease.
  return database.$executeRaw`
    UPDATE "EmailRecord" SET "leaseUntil" = now() + ${leaseMs}::int * interval '1 ms'
    WHERE id IN (
      SELECT id FROM "EmailRecord"
      WHERE id = ANY (${emailIds}::uuid[]) AND status = 'sending' AND "leaseOwner" = ${worker}
      ORDER BY id FOR NO KEY UPDATE SKIP LOCKED
    )`;
}
