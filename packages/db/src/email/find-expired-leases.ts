/** Finds attempts whose worker is gone. */
import type { Database } from '../database.ts';
import { Prisma } from '../generated/client.ts';
import type { DeliveryRecipient } from './delivery.ts';

/** An email in `sending` whose lease has ended. */
export interface ExpiredLease {
  readonly id: string;
  /** The number of its open attempt. */
  readonly attempt: number;
  readonly leaseOwner: string | null;
  readonly createdAt: Date;
  readonly scheduledAt: Date | null;
  readonly retryCount: number;
  readonly troubleCount: number;
  readonly troubleSince: Date | null;
  readonly recipients: readonly DeliveryRecipient[];
}

/** Emails whose lease ended, the longest ago first. */
export async function findExpiredLeases(database: Database, limit: number): Promise<ExpiredLease[]> {
  return database.$queryRaw<ExpiredLease[]>(expiredLeases(limit));
}

/** The query, apart so that a test can look at its plan. */
export const expiredLeases = (limit: number): Prisma.Sql => Prisma.sql`
  SELECT id, "attemptCount" AS attempt, "leaseOwner", "createdAt", "scheduledAt", "retryCount", "troubleCount", "troubleSince", (
    SELECT json_agg(json_build_object('address', address, 'state', state)) FROM "EmailRecipient" WHERE "emailId" = id
  ) AS recipients
  FROM "EmailRecord"
  WHERE status = 'sending' AND "leaseUntil" < now()
  ORDER BY "leaseUntil" LIMIT ${limit}`;
