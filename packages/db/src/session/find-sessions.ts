import { ACTIVE_KEY_COLUMNS, inOrder, IS_ACTIVE_KEY, type ActiveApiKey, type ActiveKeyRow } from '../api-key/find-api-keys.ts';
import type { Database } from '../database.ts';
import { Prisma } from '../generated/client.ts';
import { runPrepared } from '../prepared-statement.ts';
import { hashSecret } from './session-token.ts';

/**
 * The keys of the sessions with these tokens, in their order, read in one statement; null for a token whose session is unknown
 * or expired, or whose key is revoked or expired.
 */
export async function findSessions(database: Database, tokens: readonly string[], now: Date): Promise<(ActiveApiKey | null)[]> {
  const hashes = tokens.map((token) => Buffer.from(hashSecret(token)).toString('hex'));
  const rows = await runPrepared<ActiveKeyRow>(
    database,
    Prisma.sql`-- prepared: find_sessions
      SELECT presented.n::int AS n, ${ACTIVE_KEY_COLUMNS}
      FROM unnest(${hashes}::text[]) WITH ORDINALITY AS presented(hash, n)
      JOIN "Session" AS session ON session.hash = decode(presented.hash, 'hex')
      JOIN "ApiKey" AS key ON key.id = session."apiKeyId"
      WHERE session."expiresAt" > ${now} AND ${IS_ACTIVE_KEY}`,
  );
  return inOrder(tokens.length, rows);
}
