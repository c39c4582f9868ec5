/** Records bounces, complaints and delivery reports for sent emails. */
import type { Database } from '../database.ts';
import type { RecipientFeedback, SuppressionOrigin } from '../generated/enums.ts';
import { NEW_ID } from '../new-id-sql.ts';
import { WRITTEN_WEBHOOKS, webhooksOfEvents, type NoteWebhooks } from '../webhook/webhooks-of-events.ts';
import { webhooksOfSuppressions } from '../webhook/webhooks-of-suppressions.ts';

/** What a report says about one recipient. */
export interface Feedback {
  readonly feedback: RecipientFeedback;
  /** The recipient's addresses in the report, in lower case, the rejected one first; empty when the report names none. */
  readonly addresses: readonly string[];
  /** The origin of the suppression, if the recipient is to be suppressed. */
  readonly suppress: Exclude<SuppressionOrigin, 'manual'> | null;
  /** A code for the cause, such as `unknown_user`. */
  readonly reason: string | null;
  readonly replyCode: number | null;
  /** Enhanced status code (RFC 3463). */
  readonly enhancedCode: string | null;
  readonly replyText: string | null;
}

/** The result for each report. */
export type FeedbackResult =
  | 'recorded'
  /** The same or more conclusive feedback is already recorded: the report is a duplicate or late. */
  | 'known'
  /** It names no recipient of the email, which has several. */
  | 'unknown_recipient'
  | 'unknown_email';

/**
 * Records reports about the recipients of an email: feedback, events and suppressions, all in one statement and so in one
 * transaction. The status of the email, which the relay's reply determined, does not change.
 *
 * A report that names no recipient of the email is about its only recipient, if it has just one: the report came to the return
 * path of this email. A bounce suppresses a recipient only if its own address was rejected; when the address that it forwards
 * to was, the reason is `forward_failed`. A complaint also suppresses when the feedback loop omits the address or redacts its
 * local part (RFC 6590).
 *
 * Reports about an email with several recipients suppress none of them: all of them know the return path, so one could forge a
 * report about another.
 *
 * @param noteWebhooks called with the endpoints that have a new webhook.
 * @returns the result of each report, in their order.
 */
export async function recordFeedback(
  database: Database,
  emailId: string,
  reports: readonly Feedback[],
  noteWebhooks?: NoteWebhooks,
): Promise<FeedbackResult[]> {
  const rows = await database.$queryRaw<RecordedRow[]>`
    WITH report AS (
      SELECT * FROM ROWS FROM (json_to_recordset(${JSON.stringify(reports)}::json) AS (
        feedback "RecipientFeedback", addresses json, suppress "SuppressionOrigin", reason text,
        "replyCode" int, "enhancedCode" text, "replyText" text
      )) WITH ORDINALITY AS report(feedback, addresses, suppress, reason, "replyCode", "enhancedCode", "replyText", n)
    ), locked AS (
      -- Locked first, as in every other statement, against deadlocks.
      SELECT id, mode FROM "EmailRecord" WHERE id = ${emailId}::uuid FOR UPDATE
    ), matched AS (
      SELECT report.feedback, report.suppress, report."replyCode", report."enhancedCode", report."replyText", report.n,
        CASE WHEN report.feedback = 'bounced' AND named.n IS DISTINCT FROM 1 AND json_array_length(report.addresses) > 0
          THEN 'forward_failed' ELSE report.reason END AS reason,
        locked.id, locked.mode, sole.address IS NOT NULL AS "isSole", coalesce(named.address, sole.address) AS address,
        CASE report.suppress WHEN 'bounce' THEN named.n = 1 ELSE named.n IS NOT NULL
          OR json_array_length(report.addresses) = 0 OR EXISTS (
            SELECT FROM json_array_elements_text(report.addresses) AS a(address)
            WHERE split_part(a.address, '@', 2) = split_part(sole.address, '@', 2)
          ) END IS TRUE AS "isItself"
      FROM locked CROSS JOIN report
      LEFT JOIN LATERAL (
        SELECT recipient.address, a.n FROM json_array_elements_text(report.addresses) WITH ORDINALITY AS a(address, n)
        JOIN "EmailRecipient" AS recipient ON recipient."emailId" = locked.id AND recipient.address = a.address
        ORDER BY a.n LIMIT 1
      ) AS named ON true
      LEFT JOIN LATERAL (
        SELECT min(address) AS address FROM "EmailRecipient" WHERE "emailId" = locked.id HAVING count(*) = 1
      ) AS sole ON true
    ), telling AS (
      SELECT DISTINCT ON (address) * FROM matched WHERE address IS NOT NULL ORDER BY address, feedback DESC, "isItself" DESC, n
    ), recipient AS (
      UPDATE "EmailRecipient" AS recipient
      SET feedback = telling.feedback, "feedbackAt" = now(), "feedbackCode" = telling."enhancedCode",
        "feedbackText" = telling."replyText"
      FROM telling
      WHERE recipient."emailId" = telling.id AND recipient.address = telling.address
        AND (recipient.feedback IS NULL OR recipient.feedback < telling.feedback)
      RETURNING telling.*
    ), email AS (
      UPDATE "EmailRecord" SET "eventCount" = "eventCount" + (SELECT count(*) FROM recipient)::int
      WHERE id = ${emailId}::uuid AND EXISTS (SELECT FROM recipient)
      RETURNING id, "eventCount"
    ), event AS (
      INSERT INTO "EmailEvent" ("emailId", n, type, data)
      SELECT email.id, email."eventCount" + 1 - row_number() OVER (ORDER BY recipient.n DESC),
        recipient.feedback::text::"EmailEventType",
        json_build_object(
          'recipient', recipient.address, 'reason', recipient.reason, 'replyCode', recipient."replyCode",
          'enhancedCode', recipient."enhancedCode", 'replyText', recipient."replyText"
        )
      FROM email, recipient
      RETURNING "emailId", type, at, data
    ), suppression AS (
      INSERT INTO "Suppression" (id, email, origin, "sourceEmailId")
      SELECT ${NEW_ID}, address, suppress, id FROM recipient
      WHERE suppress IS NOT NULL AND mode = 'live' AND "isSole" AND "isItself"
      ORDER BY address
      ON CONFLICT (email) DO NOTHING
      RETURNING id, email, origin, "sourceEmailId", "createdAt"
    ), of_event AS (${webhooksOfEvents()}), of_suppression AS (${webhooksOfSuppressions('suppression.added')}), webhook AS (
      SELECT "endpointId" FROM of_event UNION ALL SELECT "endpointId" FROM of_suppression
    )
    SELECT matched.n::int, matched.address IS NOT NULL AS "isKnown",
      EXISTS (SELECT FROM recipient WHERE recipient.n = matched.n) AS "isNew", (${WRITTEN_WEBHOOKS}) AS webhooks
    FROM matched`;
  const webhooks = rows[0]?.webhooks ?? null;
  if (webhooks !== null) noteWebhooks?.(webhooks);
  const byPosition = new Map(rows.map((row) => [row.n, row]));
  return reports.map((_, index) => {
    const row = byPosition.get(index + 1);
    if (row === undefined) return 'unknown_email';
    if (!row.isKnown) return 'unknown_recipient';
    return row.isNew ? 'recorded' : 'known';
  });
}

interface RecordedRow {
  /** The position of the report, from 1. */
  readonly n: number;
  readonly isKnown: boolean;
  readonly isNew: boolean;
  /** The same for every row of the statement. */
  readonly webhooks: string[] | null;
}
