/** How the relays have done lately, by the ledger of attempts. */
import { REASONS_BESIDE_RELAY, SANDBOX_RELAY } from '@sendoff/core';
import type { Database } from '../database.ts';
import { firstIdAt } from '../new-id.ts';

/** Attempts that are looked at, and emails that wait. */
const LOOKED_AT = 1000;
/** What happened before this says nothing about now, in milliseconds. */
const LATELY_MS = 3_600_000;
/** What is looked at to tell whether a relay is well again, or not any more: its last answers and failures. */
const NEWEST = 3;

/** Something that an attempt showed about a relay. */
export interface RelayEvidence {
  readonly at: Date;
  /** The email that was attempted. */
  readonly emailId: string;
}

/** One relay that was used or tried lately. */
export interface RelayHealth {
  /** As `smtp://host:port`. */
  readonly relay: string;
  /** Attempts in which it was used, tried, or left alone because it had failed before. */
  readonly attempts: number;
  /** Those of them in which it put the email off, for now. */
  readonly deferred: number;
  /** Those in which it could not be used, was left alone for that, or said nothing at the end. */
  readonly failed: number;
  /** How many of the newest `NEWEST` attempts, or of all where there are fewer, failed: all of them mean that it is of no use now. */
  readonly newestFailed: boolean;
  /** Milliseconds that half of the attempts that it answered took at most; null when it answered none. */
  readonly medianMs: number | null;
  /** When it answered last, whatever it said about the email. */
  readonly lastAnswer: RelayEvidence | null;
  /** When it was of no use last, and why. */
  readonly lastFailure: (RelayEvidence & { readonly reason: string; readonly message: string }) | null;
}

/**
 * The relays of the last thousand attempts for emails that were accepted within the last hour, and of the last attempts for
 * emails that wait since before. Found by the keys of the ledger. A relay that none of them met is not there: nothing is known of it.
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
