/** Finds abandoned attempts. */
import type { Database } from '../database.ts';
import { Prisma } from '../generated/client.ts';
import type { DeliveryRecipient } from './delivery.ts';

/** An email in `sending`, with what is needed to close its attempt. */
export interface OpenAttempt {
  readonly id: string;
  /** The number of its open attempt. */
  readonly attempt: number;
  readonly leaseOwner: string | null;
  readonly createdAt: Date;
  readonly scheduledAt: Date | null;
  readonly retryCount: number;
  readonly relayFailureCount: number;
  readonly relayFailingSince: Date | null;
  readonly recipients: readonly DeliveryRecipient[];
}

/** Emails whose lease has expired, oldest first. */
export async function findExpiredLeases(database: Database, limit: number): Promise<OpenAttempt[]> {
  return database.$queryRaw<OpenAttempt[]>(expiredLeases(limit));
}

/** The given emails that are in `sending`, regardless of their leases. */
export async function findOpenAttempts(database: Database, ids: readonly string[]): Promise<OpenAttempt[]> {
  return database.$queryRaw<OpenAttempt[]>(openAttempts(ids));
}

/** The queries, exported so that a test can check their plans. */
export const expiredLeases = (limit: number): Prisma.Sql => Prisma.sql`
  ${OPEN_ATTEMPT} WHERE status = 'sending' AND "leaseUntil" < now()
  ORDER BY "leaseUntil" LIMIT ${limit}`;
export const openAttempts = (ids: readonly string[]): Prisma.Sql => Prisma.sql`
  ${OPEN_ATTEMPT} WHERE id = ANY (${ids}::uuid[]) AND status = 'sending'`;

const OPEN_ATTEMPT = Prisma.sql`
  SELECT id, "attemptCount" AS attempt, "leaseOwner", "createdAt", "scheduledAt", "retryCount", "relayFailureCount", "relayFailingSince", (
    SELECT json_agg(json_build_object('address', address, 'state', state)) FROM "EmailRecipient" WHERE "emailId" = id
  ) AS recipients
  FROM "EmailRecord"`;
