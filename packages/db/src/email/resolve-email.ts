import { modeIsIn, type ModeScope } from '../api-key/mode-scope.ts';
import type { Database } from '../database.ts';
import { WRITTEN_WEBHOOKS, webhooksOfEvents, type NoteWebhooks } from '../webhook/webhooks-of-events.ts';
import { explainRefusal, type Refusal } from './explain-refusal.ts';

/** What a person decided about an email in doubt. */
export type Resolution = 'sent' | 'retry' | 'failed';

/** The resulting status of the email, state of its recipients and event, by resolution. */
const RESULTS = {
  sent: { status: 'sent', state: 'sent', event: 'sent' },
  retry: { status: 'queued', state: 'pending', event: 'queued' },
  failed: { status: 'failed', state: 'failed', event: 'failed' },
} as const;

/**
 * Resolves an email that is held `in_doubt`; recipients with a recorded result keep it. For `sent`, recipients that the last
 * attempt skipped because of the suppression list become `suppressed`. The interrupted attempt did not record whom it skipped,
 * so these are the recipients that were on the list before it began.
 *
 * @param noteWebhooks called with the endpoints that have a new webhook.
 */
export async function resolveEmail(
  database: Database,
  id: string,
  resolution: Resolution,
  scope: ModeScope,
  noteWebhooks?: NoteWebhooks,
): Promise<{ readonly kind: 'done'; readonly generation: number } | Refusal> {
  const { status, state, event } = RESULTS[resolution];
  const [resolved] = await database.$queryRaw<{ generation: number; webhooks: string[] | null }[]>`
    WITH email AS (
      UPDATE "EmailRecord"
      SET status = ${status}::"EmailStatus", "nextAttemptAt" = CASE WHEN ${status === 'queued'} THEN now() END,
        generation = generation + 1, "eventCount" = "eventCount" + 1
      WHERE id = ${id}::uuid AND ${modeIsIn(scope)} AND status = 'in_doubt' RETURNING id, generation, "eventCount", "attemptCount", mode
    ), recipient AS (
      UPDATE "EmailRecipient" AS recipient
      SET state = CASE WHEN ${state === 'sent'} AND email.mode = 'live' AND EXISTS (
          SELECT FROM "Suppression" AS suppression
          WHERE suppression.email = recipient.address AND suppression."createdAt" <= (
            SELECT attempt."startedAt" FROM "DeliveryAttempt" AS attempt
            WHERE attempt."emailId" = email.id AND attempt.n = email."attemptCount"
          )
        ) THEN 'suppressed' ELSE ${state}::"RecipientState" END
      FROM email WHERE recipient."emailId" = email.id AND recipient.state IN ('pending', 'deferred')
    ), event AS (
      INSERT INTO "EmailEvent" ("emailId", n, type, data)
      SELECT id, "eventCount", ${event}::"EmailEventType", '{"cause": "resolved"}' FROM email
      RETURNING "emailId", type, at, data
    ), webhook AS (${webhooksOfEvents()})
    SELECT generation, (${WRITTEN_WEBHOOKS}) AS webhooks FROM email`;
  if (resolved?.webhooks) noteWebhooks?.(resolved.webhooks);
  return resolved === undefined ? explainRefusal(database, id, scope) : { kind: 'done', generation: resolved.generation };
}
