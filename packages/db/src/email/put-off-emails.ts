/** Lets emails wait without an attempt. */
import { OPERATOR } from '@sendoff/runtime';
import type { Database } from '../database.ts';
import type { AttemptClaim } from './begin-attempts.ts';
import { ATTEMPTABLE } from './transitions.ts';

/** Which emails are to wait, why, and for how long. */
export interface PutOffTerms {
  /** The domain of a recipient that is still to be tried, in lower case; null whatever the recipients. */
  readonly domain: string | null;
  /** The key that sent it, `operator` for emails of no key; null whoever sent it. */
  readonly sender: string | null;
  /** For people: why they wait. */
  readonly reason: string;
  /** Milliseconds until the first of them comes back. */
  readonly firstMs: number;
  /** Milliseconds from one to the next. */
  readonly intervalMs: number;
  /** None waits longer than this, in milliseconds; those that would are spread over the last half of it. */
  readonly longestMs: number;
}

/** Who is not put off. */
export interface PutOffLimits {
  /** What could not be handed over for so many milliseconds is to get its attempt, and with it an end. */
  readonly limitMs: number;
  /** Recipients whose mail never leaves, so that no relay can hold it up: a regular expression of PostgreSQL, for lower case. */
  readonly actedOut: string;
}

/** An email that waits now, as a job for it needs it. */
export interface PutOff {
  readonly emailId: string;
  readonly generation: number;
  readonly delayMs: number;
  /** Which of the terms it fell under, from 0. */
  readonly n: number;
}

/**
 * Puts off the emails of `claims` that fall under one of the `terms`, the first that fits: their
 * next attempt gets a time, and nothing is written into the ledger or the history. Mail that is
 * acted out is not put off, be it all mail of a test key or what has no recipient but test addresses.
 *
 * A row that somebody else is changing at this moment is passed over, as by `beginAttempts`.
 *
 * @returns those that were put off.
 */
export async function putOffEmails(
  database: Database,
  claims: readonly AttemptClaim[],
  terms: readonly PutOffTerms[],
  { limitMs, actedOut }: PutOffLimits,
): Promise<PutOff[]> {
  const rows = terms.map((each, n) => ({ ...each, n }));
  return database.$queryRaw<PutOff[]>`
    WITH term AS (
      SELECT * FROM json_to_recordset(${JSON.stringify(rows)}::json)
        AS term(n int, domain text, sender text, reason text, "firstMs" int, "intervalMs" int, "longestMs" int)
    ), free AS (
      SELECT free.id, fit.n FROM json_to_recordset(${JSON.stringify(claims)}::json) AS claim("emailId" uuid, generation int),
        LATERAL (
          SELECT id, coalesce("apiKeyId"::text, ${OPERATOR}) AS sender FROM "EmailRecord"
          WHERE id = claim."emailId" AND generation = claim.generation AND mode = 'live'
            AND status = ANY (${ATTEMPTABLE}::"EmailStatus"[]) AND "nextAttemptAt" <= now()
            AND coalesce("troubleSince" > now() - ${limitMs}::bigint * interval '1 ms', true)
          FOR UPDATE SKIP LOCKED
        ) AS free,
        LATERAL (
          SELECT min(term.n) AS n FROM term, "EmailRecipient" AS recipient
          WHERE recipient."emailId" = free.id AND recipient.state IN ('pending', 'deferred')
            AND recipient.address !~ ${actedOut} AND coalesce(split_part(recipient.address, '@', -1) = term.domain, true)
            AND coalesce(free.sender = term.sender, true)
        ) AS fit
      WHERE fit.n IS NOT NULL
    ), delay AS (
      SELECT id, n, domain, sender, reason, CASE WHEN due < "longestMs" THEN due ELSE "longestMs" * (0.5 + random() / 2) END::int AS ms
      FROM (
        SELECT free.id, free.n, domain, term.sender, reason, "longestMs",
          "firstMs" + "intervalMs"::bigint * (row_number() OVER (PARTITION BY free.n ORDER BY free.id) - 1) AS due
        FROM free JOIN term ON term.n = free.n
      ) AS due
    )
    UPDATE "EmailRecord" AS email
    SET "nextAttemptAt" = now() + delay.ms * interval '1 ms', "putOffReason" = delay.reason,
      -- Only a receiver is trouble; a rate limit is our own.
      "troubleSince" = CASE WHEN delay.domain IS NULL AND delay.sender IS NULL THEN "troubleSince" ELSE coalesce("troubleSince", now()) END,
      generation = generation + 1
    FROM delay WHERE email.id = delay.id
    RETURNING email.id::text AS "emailId", generation, delay.ms AS "delayMs", delay.n`;
}
