import type { Database } from '../database.ts';
import { newId } from '../new-id.ts';
import { hashSecret, newSessionToken } from './session-token.ts';

/** How long an expired session is kept: longer than any sign-in link is valid, so that no link can be used twice. */
const KEPT_MS = 86_400_000;

/** A session to begin. */
export interface SessionRequest {
  /** The key of the session, which ends when the key is revoked. */
  readonly apiKeyId: string;
  /** The id of the sign-in link, if one was used; each link can begin one session. */
  readonly linkId?: string | undefined;
  readonly now: Date;
  readonly lifetimeMs: number;
}

/**
 * Begins a session, and removes those that expired long ago.
 *
 * @returns the token for the cookie, which is not stored; null when the link was already used.
 */
export async function beginSession(
  database: Database,
  { apiKeyId, linkId, now, lifetimeMs }: SessionRequest,
): Promise<string | null> {
  const token = newSessionToken();
  const session = {
    id: newId(),
    hash: hashSecret(token),
    apiKeyId,
    linkHash: linkId === undefined ? null : hashSecret(linkId),
    createdAt: now,
    expiresAt: new Date(now.getTime() + lifetimeMs),
  };
  const [, { count }] = await database.$transaction([
    database.session.deleteMany({ where: { expiresAt: { lt: new Date(now.getTime() - KEPT_MS) } } }),
    database.session.createMany({ data: [session], skipDuplicates: true }),
  ]);
  return count === 1 ? token : null;
}
