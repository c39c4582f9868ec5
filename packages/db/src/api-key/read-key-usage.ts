import type { Database } from '../database.ts';

/** What a key has brought in a day. */
export interface KeyUsage {
  readonly emails: number;
  readonly bytes: number;
}

/** What keys with a quota have brought today, by UTC, by their ids. Keys that are missing have brought nothing, or have no quota. */
export async function readKeyUsage(database: Database, apiKeyIds: readonly string[]): Promise<ReadonlyMap<string, KeyUsage>> {
  const rows = await database.$queryRaw<(KeyUsage & { readonly apiKeyId: string })[]>`
    SELECT "apiKeyId", emails, bytes::float8 AS bytes FROM "ApiKeyUsage"
    WHERE "apiKeyId" = ANY (${apiKeyIds}::uuid[]) AND day = (now() AT TIME ZONE 'UTC')::date`;
  return new Map(rows.map(({ apiKeyId, emails, bytes }) => [apiKeyId, { emails, bytes }]));
}
