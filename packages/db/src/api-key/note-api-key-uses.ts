import type { Database } from '../database.ts';

/** Records when keys were last used, many in one statement, so that a request costs no write of its own. */
export async function noteApiKeyUses(database: Database, uses: ReadonlyMap<string, Date>): Promise<void> {
  if (uses.size === 0) return;
  const rows = [...uses].map(([id, at]) => ({ id, at }));
  await database.$executeRaw`
    UPDATE "ApiKey" SET "lastUsedAt" = greatest("lastUsedAt", used.at)
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS used(id uuid, at timestamptz)
    WHERE "ApiKey".id = used.id`;
}
