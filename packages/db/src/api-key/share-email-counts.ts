import type { Database } from '../database.ts';

/**
 * Adds this process's counts of admitted emails to the shared counts, and returns the sums, by key id. Rows are written in the
 * order of ids, so that concurrent processes do not deadlock.
 */
export async function shareEmailCounts(
  database: Database,
  counts: ReadonlyMap<string, number>,
): Promise<ReadonlyMap<string, number>> {
  const rows = [...counts].map(([id, emails]) => ({ id, emails }));
  const sums = await database.$queryRaw<{ apiKeyId: string; emails: number }[]>`
    INSERT INTO "ApiKeyRate" AS rate ("apiKeyId", emails)
    SELECT id, emails FROM json_to_recordset(${JSON.stringify(rows)}::json) AS counted(id uuid, emails bigint) ORDER BY id
    ON CONFLICT ("apiKeyId") DO UPDATE SET emails = rate.emails + excluded.emails
    RETURNING "apiKeyId", emails::float8 AS emails`;
  return new Map(sums.map(({ apiKeyId, emails }) => [apiKeyId, emails]));
}
