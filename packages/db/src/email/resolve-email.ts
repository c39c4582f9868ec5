import type { Database } from '../database.ts';
import { explainRefusal, type Refusal } from './explain-refusal.ts';

/** What a person found out about an email that was in doubt. */
export type Resolution = 'sent' | 'retry' | 'failed';

/** From a resolution, what email, recipients and history become. */
const RESULTS = {
  sent: { status: 'sent', state: 'sent', event: 'sent' },
  retry: { status: 'queued', state: 'pending', event: 'queued' },
  failed: { status: 'failed', state: 'failed', event: 'failed' },
} as const;

/** Ends the doubt about an email that is held `in_doubt`; recipients that had an answer keep it. */
export async function resolveEmail(
  database: Database,
  id: string,
  resolution: Resolution,
): Promise<{ readonly kind: 'done'; readonly generation: number } | Refusal> {
  const { status, state, event } = RESULTS[resolution];
  const [resolved] = await database.$queryRaw<{ generation: number }[]>`
    WITH email AS (
      UPDATE "EmailRecord"
      SET status = ${status}::"EmailStatus", "nextAttemptAt" = CASE WHEN ${status === 'queued'} THEN now() END,
        generation = generation + 1, "eventCount" = "eventCount" + 1
      WHERE id = ${id}::uuid AND status = 'in_doubt' RETURNING id, generation, "eventCount"
    ), recipient AS (
      UPDATE "EmailRecipient" SET state = ${state}::"RecipientState"
      FROM email WHERE "emailId" = email.id AND state IN ('pending', 'deferred')
    ), history AS (
      INSERT INTO "EmailEvent" ("emailId", n, type, data)
      SELECT id, "eventCount", ${event}::"EmailEventType", '{"cause": "resolved"}' FROM email
    )
    SELECT generation FROM email`;
  return resolved === undefined ? explainRefusal(database, id) : { kind: 'done', generation: resolved.generation };
}
