import type { ActiveApiKey } from '../api-key/find-api-key.ts';
import type { Database } from '../database.ts';
import { hashSecret } from './session-token.ts';

/** The key of the session with this token; null when there is none, its time is over, or its key was revoked. */
export async function findSession(database: Database, token: string, now: Date): Promise<ActiveApiKey | null> {
  const session = await database.session.findUnique({
    where: { hash: hashSecret(token), expiresAt: { gt: now }, apiKey: { revokedAt: null } },
    select: { apiKey: { select: { id: true, permission: true, mode: true } } },
  });
  return session?.apiKey ?? null;
}
