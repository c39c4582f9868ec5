/** Takes an email for sending. */
import type { Database } from '../database.ts';
import { ATTEMPTABLE } from './transitions.ts';

/** Who takes which email, for how long. */
export interface AttemptClaim {
  readonly emailId: string;
  /** The generation that the job was made for; an email that has moved on is not taken. */
  readonly generation: number;
  /** Names the worker in the lease and in the ledger. */
  readonly worker: string;
  /** Length of the lease in milliseconds; to be renewed while the attempt lasts. */
  readonly leaseMs: number;
}

/**
 * Begins an attempt, if the email is due and nobody else has it: one conditional statement, committed
 * before the network is touched. Its row in the ledger is open until `recordOutcome` closes it.
 *
 * @returns the number of the attempt, or null when there is nothing to do: the email is not due, is
 *   finished, is being sent, or the job was of an earlier generation.
 */
export async function beginAttempt(database: Database, claim: AttemptClaim): Promise<number | null> {
  const rows = await database.$queryRaw<{ n: number }[]>`
    WITH taken AS (
      UPDATE "EmailRecord"
      SET status = 'sending', "leaseOwner" = ${claim.worker},
        "leaseUntil" = now() + ${claim.leaseMs}::int * interval '1 ms', "attemptCount" = "attemptCount" + 1
      WHERE id = ${claim.emailId}::uuid AND generation = ${claim.generation}
        AND status = ANY (${ATTEMPTABLE}::"EmailStatus"[]) AND "nextAttemptAt" <= now()
      RETURNING id, "attemptCount"
    )
    INSERT INTO "DeliveryAttempt" ("emailId", n, worker)
    SELECT id, "attemptCount", ${claim.worker} FROM taken
    RETURNING n`;
  return rows[0]?.n ?? null;
}
