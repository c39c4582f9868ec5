import type { Database } from '../database.ts';
import { hashApiKeyToken } from './api-key-token.ts';

/** The key that a request came with, and what it may do. */
export type ActiveApiKey = NonNullable<Awaited<ReturnType<typeof findApiKey>>>;

/** The key with this token, or null when there is none or it is revoked. Looked up by the index on its hash. */
export async function findApiKey(database: Database, token: string) {
  return database.apiKey.findUnique({
    where: { hash: hashApiKeyToken(token), revokedAt: null },
    select: { id: true, permission: true, mode: true },
  });
}
