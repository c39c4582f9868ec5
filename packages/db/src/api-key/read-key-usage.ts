import type { Database } from '../database.ts';

/** What was accepted from a key in a day. */
export interface KeyUsage {
  readonly emails: number;
  readonly bytes: number;
}

/** Today's usage (UTC) of keys with a quota, by key id. Keys without usage or without a quota are missing. */
export async function readKeyUsage(database: Database, apiKeyIds: readonly string[]): Promise<ReadonlyMap<string, KeyUsage>> {
  const rows = await database.$queryRaw<(KeyUsage & { readonly apiKeyId: string })[]>`
    SELECT "apiKeyId", emails, bytes::float8 AS bytes FROM "ApiKeyUsage"
    WHERE "apiKeyId" = ANY (${apiKeyIds}::uuid[]) AND day = (now() AT TIME ZONE 'UTC')::date`;
  return new Map(rows.map(({ apiKeyId, emails, bytes }) => [apiKeyId, { emails, bytes }]));
}
