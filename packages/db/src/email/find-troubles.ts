/** Finds what kept emails from some or all of their recipients. */
import type { RecordedReply } from '@sendoff/core';
import type { Database } from '../database.ts';
import type { AttemptOutcome, EmailStatus, RecipientFeedback, RecipientState } from '../generated/enums.ts';

/** What the last attempt met. */
export interface LastAttempt extends RecordedReply {
  readonly outcome: AttemptOutcome | null;
  /** A word for the cause, such as `greylisted`. */
  readonly reason: string | null;
}

/** A recipient that an email waits for, or that did not get it, as far as is known. */
export interface TroubledRecipient extends RecordedReply {
  readonly address: string;
  readonly state: RecipientState;
  readonly feedback: RecipientFeedback | null;
  /** RFC 3463, as the report has it. */
  readonly feedbackCode: string | null;
  readonly feedbackText: string | null;
}

/** Why an email waits, or what kept it from some recipients. */
export interface Trouble {
  readonly lastAttempt: LastAttempt | undefined;
  readonly recipients: readonly TroubledRecipient[];
  /** How many recipients the email has, those without trouble included. */
  readonly recipientCount: number;
}

/** An email as a list has it. */
interface Listed {
  readonly id: string;
  readonly status: EmailStatus;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly lastEvent: string | undefined;
}

/** Of an email that is not known to have any. */
export const NO_TROUBLE: Trouble = { lastAttempt: undefined, recipients: [], recipientCount: 0 };

/**
 * The troubles of the emails that have any, by id. By the keys of the ledger and the recipients, and only for emails that may
 * have met some: a page of emails that went well costs nothing.
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

/** One that was sent to its only recipient, and of which nothing came back, had no trouble. */
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
