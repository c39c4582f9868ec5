/** Postpones emails without an attempt. */
import { ATTEMPTABLE } from '@sendoff/core';
import { OPERATOR } from '@sendoff/runtime';
import type { Database } from '../database.ts';
import type { AttemptClaim } from './begin-attempts.ts';

/** Which emails to postpone, why, and for how long. */
export interface PostponeTerms {
  /** The domain of an open recipient, in lower case; null for any. */
  readonly domain: string | null;
  /** The key that submitted it, `operator` for emails without a key; null for any sender. */
  readonly sender: string | null;
  /** Readable reason for the delay. */
  readonly reason: string;
  /** Milliseconds until the first of them returns. */
  readonly firstMs: number;
  /** Spacing between returns, in milliseconds. */
  readonly intervalMs: number;
  /** Longest delay in milliseconds; emails that would exceed it are spread over the last half of it. */
  readonly longestMs: number;
}

/** Which emails are not postponed. */
export interface PostponeLimits {
  /** An email whose relays have failed for this many milliseconds is attempted, so that it can fail permanently. */
  readonly limitMs: number;
  /** PostgreSQL regular expression, in lower case, of recipients whose mail is simulated and never blocked. */
  readonly simulated: string;
}

/** A postponed email, with what its next job needs. */
export interface PostponedEmail {
  readonly emailId: string;
  readonly generation: number;
  readonly delayMs: number;
  /** Index of the terms that applied. */
  readonly n: number;
}

/**
 * Postpones the emails of `claims` that match one of the `terms`; the first match applies. Their next attempt gets a later time,
 * and neither an attempt nor an event is recorded. Simulated mail is not postponed: mail of a test key, and mail whose only
 * recipients are test addresses.
 *
 * Rows locked by another transaction are skipped, as in `beginAttempts`.
 *
 * @returns the postponed emails.
 */
export async function postponeEmails(
  database: Database,
  claims: readonly AttemptClaim[],
  terms: readonly PostponeTerms[],
  { limitMs, simulated }: PostponeLimits,
): Promise<PostponedEmail[]> {
  const rows = terms.map((each, n) => ({ ...each, n }));
  return database.$queryRaw<PostponedEmail[]>`
    WITH term AS (
      SELECT * FROM json_to_recordset(${JSON.stringify(rows)}::json)
        AS term(n int, domain text, sender text, reason text, "firstMs" int, "intervalMs" int, "longestMs" int)
    ), free AS (
      SELECT free.id, fit.n FROM json_to_recordset(${JSON.stringify(claims)}::json) AS claim("emailId" uuid, generation int),
        LATERAL (
          SELECT id, coalesce("apiKeyId"::text, ${OPERATOR}) AS sender FROM "EmailRecord"
          WHERE id = claim."emailId" AND generation = claim.generation AND mode = 'live'
            AND status = ANY (${ATTEMPTABLE}::"EmailStatus"[]) AND "nextAttemptAt" <= now()
            AND coalesce("relayFailingSince" > now() - ${limitMs}::bigint * interval '1 ms', true)
          FOR UPDATE SKIP LOCKED
        ) AS free,
        LATERAL (
          SELECT min(term.n) AS n FROM term, "EmailRecipient" AS recipient
          WHERE recipient."emailId" = free.id AND recipient.state IN ('pending', 'deferred')
            AND recipient.address !~ ${simulated} AND coalesce(split_part(recipient.address, '@', -1) = term.domain, true)
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
    SET "nextAttemptAt" = now() + delay.ms * interval '1 ms', "postponedReason" = delay.reason,
      -- A slow domain or sender counts as a relay failure; our own rate limit does not.
      "relayFailingSince" = CASE WHEN delay.domain IS NULL AND delay.sender IS NULL THEN "relayFailingSince" ELSE coalesce("relayFailingSince", now()) END,
      generation = generation + 1
    FROM delay WHERE email.id = delay.id
    RETURNING email.id::text AS "emailId", generation, delay.ms AS "delayMs", delay.n`;
}
