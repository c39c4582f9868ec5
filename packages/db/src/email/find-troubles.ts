/** Finds why emails have not reached some or all of their recipients. */
import type { RecordedReply } from '@sendoff/core';
import type { Database } from '../database.ts';
import type { AttemptOutcome, EmailStatus, RecipientFeedback, RecipientState } from '../generated/enums.ts';

/** The result of the last attempt. */
export interface LastAttempt extends RecordedReply {
  readonly outcome: AttemptOutcome | null;
  /** A code for the cause, such as `greylisted`. */
  readonly reason: string | null;
}

/** A recipient that is deferred, or is known not to have got the email. */
export interface TroubledRecipient extends RecordedReply {
  readonly address: string;
  readonly state: RecipientState;
  readonly feedback: RecipientFeedback | null;
  /** Enhanced status code of the report (RFC 3463). */
  readonly feedbackCode: string | null;
  readonly feedbackText: string | null;
}

/** Why an email waits, or why some recipients did not get it. */
export interface Trouble {
  readonly lastAttempt: LastAttempt | undefined;
  readonly recipients: readonly TroubledRecipient[];
  /** Number of recipients, including those without trouble. */
  readonly recipientCount: number;
}

/** An email of a list. */
interface Listed {
  readonly id: string;
  readonly status: EmailStatus;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly lastEvent: string | undefined;
}

/** For an email without known trouble. */
export const NO_TROUBLE: Trouble = { lastAttempt: undefined, recipients: [], recipientCount: 0 };

/**
 * The troubles of the emails that have any, by id. Read by primary keys, and only for emails that may have some: a page of
 * successful emails costs no query.
 */
export async function findTroubles(
  database: Pick<Database, '$queryRaw'>,
  emails: readonly Listed[],
): Promise<Map<string, Trouble>> {
  const ids = emails.filter(mayBeTroubled).map(({ id }) => id);
  if (ids.length === 0) return new Map();
  const attempts = await database.$queryRaw<(LastAttempt & { readonly id: string })[]>`
    SELECT attempt."emailId"::text AS id, attempt.outcome, attempt.reason,
      attempt."replyCode"::int AS "replyCode", attempt."enhancedCode", attempt."replyText"
    FROM "EmailRecord" AS email
    JOIN "DeliveryAttempt" AS attempt ON attempt."emailId" = email.id AND attempt.n = email."attemptCount"
    WHERE email.id = ANY (${ids}::uuid[])`;
  const recipients = await database.$queryRaw<(TroubledRecipient & { readonly id: string; readonly total: number })[]>`
    SELECT * FROM (
      SELECT "emailId"::text AS id, kind, count(*) OVER (PARTITION BY "emailId")::int AS total, address, state, feedback, "feedbackCode", "feedbackText",
        "replyCode"::int AS "replyCode", "enhancedCode", "replyText"
      FROM "EmailRecipient" WHERE "emailId" = ANY (${ids}::uuid[])
    ) AS recipient
    WHERE state IN ('deferred', 'bounced', 'failed', 'suppressed') OR feedback = 'bounced'
    ORDER BY id, kind, address`;
  return new Map(
    ids.map((id) => {
      const troubled = recipients.filter((recipient) => recipient.id === id);
      const lastAttempt = attempts.find((attempt) => attempt.id === id);
      return [id, { lastAttempt, recipients: troubled, recipientCount: troubled[0]?.total ?? 0 }];
    }),
  );
}

/** An email sent to its only recipient without a bounce or complaint had no trouble. */
function mayBeTroubled({ status, to, cc, bcc, lastEvent }: Listed): boolean {
  switch (status) {
    case 'scheduled':
    case 'queued':
    case 'sending':
    case 'canceled':
      return false;
    case 'sent':
      return to.length + cc.length + bcc.length > 1 || (lastEvent !== 'sent' && lastEvent !== 'delivered');
    case 'deferred':
    case 'in_doubt':
    case 'bounced':
    case 'failed':
    case 'suppressed':
      return true;
  }
}
