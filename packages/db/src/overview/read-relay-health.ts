/** How the relays have done lately, by the ledger of attempts. */
import type { Database } from '../database.ts';
import { firstIdAt } from '../new-id.ts';

/** Attempts that are looked at. */
const LOOKED_AT = 1000;
/** Emails accepted before this say nothing about now. */
const LATELY_MS = 3_600_000;

/** One relay. */
export interface RelayHealth {
  /** As `smtp://host:port`. */
  readonly relay: string;
  /** Finished attempts. */
  readonly attempts: number;
  readonly sent: number;
  readonly deferred: number;
  readonly bounced: number;
  /** Attempts in which the relay could not be used, or said nothing at the end. */
  readonly troubled: number;
  /** Milliseconds that half of the attempts took at most. */
  readonly medianMs: number;
  readonly lastAttemptAt: Date;
  /** What the last attempt in trouble met; null when there is none. */
  readonly lastTrouble: string | null;
}

/** The relays of the last thousand attempts for emails of the last hour. Found by the keys of the ledger. */
export async function readRelayHealth(database: Database, now: Date): Promise<RelayHealth[]> {
  return database.$queryRaw<RelayHealth[]>`
    SELECT relay, count(*)::int AS attempts,
      count(*) FILTER (WHERE outcome IN ('sent', 'partial'))::int AS sent,
      count(*) FILTER (WHERE outcome = 'deferred')::int AS deferred,
      count(*) FILTER (WHERE outcome = 'bounced')::int AS bounced,
      count(*) FILTER (WHERE outcome IN ('relay_trouble', 'in_doubt'))::int AS troubled,
      round(percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM "finishedAt" - "startedAt") * 1000))::int AS "medianMs",
      max("finishedAt") AS "lastAttemptAt",
      (array_agg(concat_ws(': ', reason, "replyText") ORDER BY "finishedAt" DESC)
        FILTER (WHERE outcome IN ('relay_trouble', 'in_doubt')))[1] AS "lastTrouble"
    FROM (
      SELECT * FROM "DeliveryAttempt" WHERE "emailId" >= ${firstIdAt(new Date(now.getTime() - LATELY_MS))}::uuid
      ORDER BY "emailId" DESC, n DESC LIMIT ${LOOKED_AT}
    ) AS lately
    WHERE relay IS NOT NULL AND "finishedAt" IS NOT NULL
    GROUP BY relay ORDER BY relay`;
}
