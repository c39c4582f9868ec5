/** The recent health of relays, according to recorded attempts. */
import { REASONS_BESIDE_RELAY, SANDBOX_RELAY } from '@sendoff/core';
import type { Database } from '../database.ts';
import { firstIdAt } from '../new-id.ts';

/** Most recent attempts and most waiting emails considered. */
const LOOKED_AT = 1000;
/** Older attempts are ignored. */
const LATELY_MS = 3_600_000;
/** Number of the newest attempts that decide whether a relay currently fails. */
const NEWEST = 3;

/** The attempt behind a finding about a relay. */
export interface RelayEvidence {
  readonly at: Date;
  /** The email that was attempted. */
  readonly emailId: string;
}

/** One relay that was recently used, attempted or skipped. */
export interface RelayHealth {
  /** As `smtp://host:port`. */
  readonly relay: string;
  /** Attempts in which it was used, attempted, or skipped because of earlier failures. */
  readonly attempts: number;
  /** Those of them in which it deferred the email (4xx). */
  readonly deferred: number;
  /** Those in which it was unavailable, was skipped for that, or did not answer the message. */
  readonly failed: number;
  /** Whether all of its newest attempts failed (up to `NEWEST`), so that it is currently unavailable. */
  readonly newestFailed: boolean;
  /** Median duration of the answered attempts in milliseconds; null when it answered none. */
  readonly medianMs: number | null;
  /** Its last answer, positive or negative. */
  readonly lastAnswer: RelayEvidence | null;
  /** Its last failure, and why. */
  readonly lastFailure: (RelayEvidence & { readonly reason: string; readonly message: string }) | null;
}

/**
 * The relays of the last thousand attempts for emails accepted within the last hour, and of the last attempts for older
 * deferred emails. Read by primary keys. A relay that none of these attempts met is missing.
 */
export async function readRelayHealth(database: Database, now: Date): Promise<RelayHealth[]> {
  const since = new Date(now.getTime() - LATELY_MS);
  const rows = await database.$queryRaw<RelayRow[]>`
    WITH attempt AS (
      (
        SELECT * FROM "DeliveryAttempt" WHERE "emailId" >= ${firstIdAt(since)}::uuid ORDER BY "emailId" DESC, n DESC LIMIT ${LOOKED_AT}
      ) UNION ALL (
        SELECT attempt.* FROM (
          SELECT id, "attemptCount" FROM "EmailRecord"
          WHERE status = 'deferred' AND id < ${firstIdAt(since)}::uuid ORDER BY id DESC LIMIT ${LOOKED_AT}
        ) AS email JOIN "DeliveryAttempt" AS attempt ON attempt."emailId" = email.id AND attempt.n = email."attemptCount"
      )
    ), lately AS (
      SELECT * FROM attempt WHERE "finishedAt" >= ${since}
    ), evidence AS (
      SELECT relay, "finishedAt" AS at, "emailId", outcome = 'deferred' AS deferred, outcome IN ('relay_error', 'in_doubt') AS failed,
        reason, concat_ws(' ', "replyCode", "replyText") AS message, extract(epoch FROM "finishedAt" - "startedAt") * 1000 AS ms
      FROM lately
      WHERE relay IS NOT NULL AND relay <> ${SANDBOX_RELAY}
        AND NOT (outcome IN ('relay_error', 'in_doubt') AND reason = ANY (${REASONS_BESIDE_RELAY}))
      UNION ALL
      SELECT passed.relay, "finishedAt", "emailId", false, true, passed.reason, passed.message, NULL
      FROM lately, jsonb_to_recordset("skippedRelays") AS passed(relay text, reason text, message text)
      WHERE passed.reason <> ALL (${REASONS_BESIDE_RELAY})
    ), ranked AS (
      SELECT *, row_number() OVER (PARTITION BY relay ORDER BY at DESC, "emailId" DESC) AS place,
        row_number() OVER (PARTITION BY relay, failed ORDER BY at DESC, "emailId" DESC) AS "placeOfKind"
      FROM evidence
    )
    SELECT relay, count(*)::int AS attempts, count(*) FILTER (WHERE deferred)::int AS deferred, count(*) FILTER (WHERE failed)::int AS failed,
      bool_and(failed) FILTER (WHERE place <= ${NEWEST}) AS "newestFailed",
      round(percentile_cont(0.5) WITHIN GROUP (ORDER BY ms) FILTER (WHERE NOT failed))::int AS "medianMs",
      min(at) FILTER (WHERE NOT failed AND "placeOfKind" = 1) AS "answerAt",
      min("emailId"::text) FILTER (WHERE NOT failed AND "placeOfKind" = 1) AS "answerEmailId",
      min(at) FILTER (WHERE failed AND "placeOfKind" = 1) AS "failureAt",
      min("emailId"::text) FILTER (WHERE failed AND "placeOfKind" = 1) AS "failureEmailId",
      min(reason) FILTER (WHERE failed AND "placeOfKind" = 1) AS reason,
      min(message) FILTER (WHERE failed AND "placeOfKind" = 1) AS message
    FROM ranked GROUP BY relay ORDER BY relay`;
  return rows.map(readRow);
}

interface RelayRow extends Omit<RelayHealth, 'lastAnswer' | 'lastFailure'> {
  readonly answerAt: Date | null;
  readonly answerEmailId: string | null;
  readonly failureAt: Date | null;
  readonly failureEmailId: string | null;
  readonly reason: string | null;
  readonly message: string | null;
}

function readRow(row: RelayRow): RelayHealth {
  const { answerAt, answerEmailId, failureAt, failureEmailId, reason, message, ...health } = row;
  return {
    ...health,
    lastAnswer: answerAt === null || answerEmailId === null ? null : { at: answerAt, emailId: answerEmailId },
    lastFailure:
      failureAt === null || failureEmailId === null
        ? null
        : { at: failureAt, emailId: failureEmailId, reason: reason ?? 'relay_error', message: message ?? '' },
  };
}
