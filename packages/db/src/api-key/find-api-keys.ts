import type { Database } from '../database.ts';
import type { Mode, Permission } from '../generated/enums.ts';
import { Prisma } from '../generated/client.ts';
import { runPrepared } from '../prepared-statement.ts';
import { hashApiKeyToken } from './api-key-token.ts';

/** The key that a request came with, and what it may do. */
export interface ActiveApiKey {
  readonly id: string;
  readonly permission: Permission;
  readonly mode: Mode;
}

/**
 * The keys with these tokens, looked up by the index on their hashes in one statement: a key for each, or null where there is
 * none or it is revoked, in their order.
 */
export async function findApiKeys(database: Database, tokens: readonly string[]): Promise<(ActiveApiKey | null)[]> {
  const hashes = tokens.map((token) => Buffer.from(hashApiKeyToken(token)).toString('hex'));
  const rows = await runPrepared<ActiveApiKey & { readonly n: number }>(
    database,
    Prisma.sql`-- prepared: find_api_keys
      SELECT presented.n::int AS n, key.id, key.permission, key.mode
      FROM unnest(${hashes}::text[]) WITH ORDINALITY AS presented(hash, n)
      JOIN "ApiKey" AS key ON key.hash = decode(presented.hash, 'hex')
      WHERE key."revokedAt" IS NULL`,
  );
  return inOrder(tokens.length, rows);
}

/** What was found for the first, the second and so on; `n` counts from 1. */
export function inOrder(count: number, rows: readonly (ActiveApiKey & { readonly n: number })[]): (ActiveApiKey | null)[] {
  const found = Array<ActiveApiKey | null>(count).fill(null);
  for (const { n, id, permission, mode } of rows) found[n - 1] = { id, permission, mode };
  return found;
}
