/** The quotas of a key: emails and bytes in a day, and emails that wait for their time. */
import type { Statements } from '../prepared-statement.ts';
import type { ApiKeyRestrictions } from './find-api-keys.ts';

/** The quotas of one key. */
export interface KeyQuota extends Pick<ApiKeyRestrictions, 'dailyEmails' | 'dailyBytes' | 'maxScheduled'> {
  readonly apiKeyId: string;
}

/** What is to be taken from them. */
export interface QuotaUse {
  readonly emails: number;
  readonly bytes: number;
  /** How many of the emails wait for a time. */
  readonly scheduled: number;
}

/** A quota that does not suffice. */
export type ExceededQuota = 'dailyEmails' | 'dailyBytes' | 'maxScheduled';

/**
 * Counts what a transaction accepts. The row of the key stays locked until the transaction ends, so transactions of one key
 * count one after the other.
 *
 * @returns the quota that is exceeded; the transaction is then to be rolled back, and with it what was counted. Null where all suffice.
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

  // A statement of its own, begun under the lock: it sees what the transaction before has committed.
  const [waiting] = await transaction.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (
      SELECT FROM "EmailRecord" WHERE "apiKeyId" = ${apiKeyId}::uuid AND status = 'scheduled' LIMIT ${maxScheduled}::int
    ) AS scheduled`;
  return (waiting?.count ?? 0) + use.scheduled > maxScheduled ? 'maxScheduled' : null;
}

/** Days for which the use of past days is kept, for people. */
const DAYS_KEPT = 31;
