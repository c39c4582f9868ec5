/** Extends the time of emails that `beginOrSetAside` has set aside, or returns them. */
import { ATTEMPTABLE } from '@sendoff/core';
import type { Database } from '../database.ts';
import type { AttemptClaim } from './begin-attempts.ts';

/** An email to return. */
export interface Return extends Pick<AttemptClaim, 'emailId' | 'generation'> {
  /** Milliseconds until it is due. */
  readonly delayMs: number;
  /** Readable reason for the delay; null when it is due at once. */
  readonly reason: string | null;
}

/** Sets emails aside for another `setAsideMs` milliseconds from now. Emails with a new generation are not changed. */
export async function keepAside(database: Database, claims: readonly AttemptClaim[], setAsideMs: number): Promise<void> {
  if (claims.length === 0) return;
  await database.$executeRaw`
    UPDATE "EmailRecord" SET "nextAttemptAt" = now() + ${setAsideMs}::int * interval '1 ms'
    WHERE id IN (
      SELECT id FROM "EmailRecord"
      JOIN json_to_recordset(${JSON.stringify(claims)}::json) AS claim("emailId" uuid, generation int)
        ON id = claim."emailId" AND "EmailRecord".generation = claim.generation
      WHERE status = ANY (${ATTEMPTABLE}::"EmailStatus"[])
      ORDER BY id FOR NO KEY UPDATE OF "EmailRecord" SKIP LOCKED
    )`;
}

/**
 * Returns emails that were set aside, with a time for their next attempt.
 *
 * @returns their new generations, for the next claim or job; without those that changed meanwhile, for example were canceled.
 */
export async function returnEmails(database: Database, returns: readonly Return[]): Promise<AttemptClaim[]> {
  if (returns.length === 0) return [];
  return database.$queryRaw<AttemptClaim[]>`
    WITH returned AS (
      SELECT id, "delayMs", reason FROM "EmailRecord"
      JOIN json_to_recordset(${JSON.stringify(returns)}::json) AS claim("emailId" uuid, generation int, "delayMs" bigint, reason text)
        ON id = claim."emailId" AND "EmailRecord".generation = claim.generation
      WHERE status = ANY (${ATTEMPTABLE}::"EmailStatus"[])
      ORDER BY id FOR UPDATE OF "EmailRecord"
    )
    UPDATE "EmailRecord" AS email
    SET "nextAttemptAt" = now() + returned."delayMs" * interval '1 ms', "postponedReason" = returned.reason,
      generation = generation + 1
    FROM returned WHERE email.id = returned.id
    RETURNING email.id::text AS "emailId", generation`;
}
