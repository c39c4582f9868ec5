import { modeIsIn, type ModeScope } from '../api-key/mode-scope.ts';
import type { Database } from '../database.ts';
import { explainRefusal, type Refusal } from './explain-refusal.ts';

/**
 * Cancels a scheduled email, with its recipients and its event, in one statement. When a cancel races with a worker, exactly
 * one wins: both change the row only from `scheduled`.
 */
export async function cancelEmail(
  database: Database,
  id: string,
  scope: ModeScope,
): Promise<{ readonly kind: 'done' } | Refusal> {
  const canceled = await database.$queryRaw<unknown[]>`
    WITH email AS (
      UPDATE "EmailRecord"
      SET status = 'canceled', "nextAttemptAt" = NULL, generation = generation + 1, "eventCount" = "eventCount" + 1
      WHERE id = ${id}::uuid AND ${modeIsIn(scope)} AND status = 'scheduled' RETURNING id, "eventCount"
    ), recipient AS (
      UPDATE "EmailRecipient" SET state = 'canceled' FROM email WHERE "emailId" = email.id
    )
    INSERT INTO "EmailEvent" ("emailId", n, type) SELECT id, "eventCount", 'canceled' FROM email RETURNING 1`;
  return canceled.length > 0 ? { kind: 'done' } : explainRefusal(database, id, scope);
}
