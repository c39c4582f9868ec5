import type { Database } from '../database.ts';

/** The weights of keys that have another one than 1 and are not revoked, by the ids of the keys. */
export async function readKeyWeights(database: Database): Promise<ReadonlyMap<string, number>> {
  const rows = await database.$queryRaw<{ id: string; weight: number }[]>`
    SELECT id, weight FROM "ApiKey" WHERE weight <> 1 AND "revokedAt" IS NULL`;
  return new Map(rows.map(({ id, weight }) => [id, weight]));
}
