import { inOrder, type ActiveApiKey } from '../api-key/find-api-key.ts';
import type { Database } from '../database.ts';
import { Prisma } from '../generated/client.ts';
import { runPrepared } from '../prepared-statement.ts';
import { hashSecret } from './session-token.ts';

/** The key of the session with this token; null when there is none, its time is over, or its key was revoked. */
export async function findSession(database: Database, token: string, now: Date): Promise<ActiveApiKey | null> {
  const [found = null] = await findSessions(database, [token], now);
  return found;
}

/** The same for many tokens in one statement: a key or null for each, in their order. */
export async function findSessions(database: Database, tokens: readonly string[], now: Date): Promise<(ActiveApiKey | null)[]> {
  const hashes = tokens.map((token) => Buffer.from(hashSecret(token)).toString('hex'));
  const rows = await runPrepared<ActiveApiKey & { readonly n: number }>(
    database,
    Prisma.sql`-- prepared: find_sessions
      SELECT presented.n::int AS n, key.id, key.permission, key.mode
      FROM unnest(${hashes}::text[]) WITH ORDINALITY AS presented(hash, n)
      JOIN "Session" AS session ON session.hash = decode(presented.hash, 'hex')
      JOIN "ApiKey" AS key ON key.id = session."apiKeyId"
      WHERE session."expiresAt" > ${now} AND key."revokedAt" IS NULL`,
  );
  return inOrder(tokens.length, rows);
}
