/** The quotas of a key: emails and bytes per day, and scheduled emails. */
import type { Statements } from '../prepared-statement.ts';
import type { ApiKeyRestrictions } from './find-api-keys.ts';

/** The quotas of one key. */
export interface KeyQuota extends Pick<ApiKeyRestrictions, 'dailyEmails' | 'dailyBytes' | 'maxScheduled'> {
  readonly apiKeyId: string;
}

/** What a request uses of the quotas. */
export interface QuotaUse {
  readonly emails: number;
  readonly bytes: number;
  /** How many of the emails are scheduled. */
  readonly scheduled: number;
}

/** A quota that is exceeded. */
export type ExceededQuota = 'dailyEmails' | 'dailyBytes' | 'maxScheduled';

/**
 * Counts what a transaction accepts. The key's usage row stays locked until the transaction ends, so transactions of one key
 * are counted one after the other.
 *
 * @returns the exceeded quota, after which the caller must roll back the transaction and with it the count; null when none is.
 */
export async function takeFromQuota(
  transaction: Pick<Statements, '$queryRaw'>,
  { apiKeyId, dailyEmails, dailyBytes, maxScheduled }: KeyQuota,
  use: QuotaUse,
): Promise<ExceededQuota | null> {
  const [today] = await transaction.$queryRaw<{ emails: number; bytes: number }[]>`
    WITH past AS (
      DELETE FROM "ApiKeyUsage" WHERE "apiKeyId" = ${apiKeyId}::uuid AND day < (now() AT TIME ZONE 'UTC')::date - ${DAYS_KEPT}::int
    )
    INSERT INTO "ApiKeyUsage" AS today ("apiKeyId", day, emails, bytes)
    VALUES (${apiKeyId}::uuid, (now() AT TIME ZONE 'UTC')::date, ${use.emails}::int, ${use.bytes}::bigint)
    ON CONFLICT ("apiKeyId", day) DO UPDATE
      SET emails = today.emails + excluded.emails, bytes = today.bytes + excluded.bytes
    RETURNING emails, bytes::float8 AS bytes`;
  if (today === undefined) throw new Error('The use of a quota was not counted');
  if (dailyEmails !== null && today.emails > dailyEmails) return 'dailyEmails';
  if (dailyBytes !== null && today.bytes > dailyBytes) return 'dailyBytes';
  if (maxScheduled === null || use.scheduled === 0) return null;

  // A separate statement, so that its snapshot includes what the previous lock holder committed.
  const [waiting] = await transaction.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (
      SELECT FROM "EmailRecord" WHERE "apiKeyId" = ${apiKeyId}::uuid AND status = 'scheduled' LIMIT ${maxScheduled}::int
    ) AS scheduled`;
  return (waiting?.count ?? 0) + use.scheduled > maxScheduled ? 'maxScheduled' : null;
}

/** Days for which past usage is kept for display. */
const DAYS_KEPT = 31;
