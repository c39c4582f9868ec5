import type { Database } from '../database.ts';

/** The weights other than 1 of keys that are not revoked, by key id. */
export async function readKeyWeights(database: Database): Promise<ReadonlyMap<string, number>> {
  const rows = await database.$queryRaw<{ id: string; weight: number }[]>`
    SELECT id, weight FROM "ApiKey" WHERE weight <> 1 AND "revokedAt" IS NULL`;
  return new Map(rows.map(({ id, weight }) => [id, weight]));
}
