import { statusesLeadingTo } from '@sendoff/core';
import { modeIsIn, type ModeScope } from '../api-key/mode-scope.ts';
import type { Database } from '../database.ts';
import type { EmailStatus } from '../generated/enums.ts';
import { explainRefusal, type Refusal } from './explain-refusal.ts';
import type { Rescheduled } from './reschedule-email.ts';

/** Statuses from which a person can retry an email; for `in_doubt` there is `resolveEmail`. */
const RETRYABLE: readonly EmailStatus[] = statusesLeadingTo('queued').filter((status) => status !== 'in_doubt');

/**
 * Queues a failed email again, with the full retry schedule, for the recipients that it was not sent to. Only possible until
 * its content expires.
 */
export async function retryEmail(
  database: Database,
  id: string,
  scope: ModeScope,
): Promise<Rescheduled | Refusal | { readonly kind: 'content_expired' }> {
  const [queued] = await database.$queryRaw<{ generation: number }[]>`
    WITH content AS (
      -- Locked, so that it cannot expire before the email is queued.
      SELECT "emailId" FROM "EmailContent" WHERE "emailId" = ${id}::uuid FOR KEY SHARE
    ), email AS (
      UPDATE "EmailRecord"
      SET status = 'queued', "nextAttemptAt" = now(), "retryCount" = 0,
        generation = generation + 1, "eventCount" = "eventCount" + 1
      WHERE id = ${id}::uuid AND ${modeIsIn(scope)} AND status = ANY (${RETRYABLE}::"EmailStatus"[])
        AND EXISTS (SELECT FROM content)
      RETURNING id, generation, "eventCount"
    ), recipient AS (
      UPDATE "EmailRecipient" SET state = 'pending' FROM email WHERE "emailId" = email.id AND state <> 'sent'
    ), event AS (
      INSERT INTO "EmailEvent" ("emailId", n, type, data)
      SELECT id, "eventCount", 'queued', '{"cause": "retry"}' FROM email
    )
    SELECT generation FROM email`;
  if (queued !== undefined) return { kind: 'done', generation: queued.generation };
  const refusal = await explainRefusal(database, id, scope);
  const retryable = refusal.kind === 'wrong_status' && RETRYABLE.includes(refusal.status);
  return retryable ? { kind: 'content_expired' } : refusal;
}
